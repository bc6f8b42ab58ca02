// Bytes of any kind as CoNLL-U; what could be read is written and read again.
#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/conllu.hpp>

#include "fuzz.hpp"

using namespace lede;

namespace {

void check(const Document& document) {
    std::uint32_t at = 0;
    for (const Token& token : document.tokens) {
        fuzz::require(token.span.begin >= at && token.span.end >= token.span.begin, "tokens that are not in order");
        fuzz::require(token.span.end <= document.text().size(), "a token outside the text");
        fuzz::require(token.head < static_cast<std::int32_t>(document.tokens.size()), "a head that is no token");
        at = token.span.begin;
    }
}

/// Whether every word has a form of its own and a place in a tree; of others the writer says less than the reader
/// wants.
bool is_whole(const Document& document) {
    return std::all_of(document.tokens.begin(), document.tokens.end(),
                       [](const Token& token) { return !token.span.empty() && !token.deprel.empty(); });
}

std::string write(const std::vector<TreebankArticle>& articles) {
    std::string text;
    for (const TreebankArticle& article : articles) {
        fuzz::require(is_valid_utf8(article.article->text), "a text that is not UTF-8");
        check(article.document);
        const std::string written = to_conllu(article.document);
        if (is_whole(article.document)) text += written;
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::string written;
    try {
        written = write(parse_conllu(fuzz::view(bytes, size), "treebank"));
    } catch (const InputError&) {  // what the user is told
        return 0;
    }
    try {
        write(parse_conllu(written, "written"));
    } catch (const InputError& error) {
        fuzz::require(false, std::string(error.what()) + "\n" + written);
    }
    return 0;
}
