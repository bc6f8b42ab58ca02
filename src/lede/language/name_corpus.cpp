#include <lede/language/name_corpus.hpp>

#include <algorithm>
#include <set>
#include <sstream>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/conllu.hpp>

namespace lede {

namespace {

/// BIO corpora do not say where a document ends. Some sentences in a row share enough for features that look around.
constexpr std::uint32_t sentences_a_document = 12;
/// What stands as the only token of a sentence where a document begins, in corpora that say so.
constexpr std::string_view document_mark = "-DOCSTART-";

struct BioLine {
    std::string form;
    std::string tag;
};

std::vector<std::string> split_bar(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, '|');) parts.push_back(part);
    return parts;
}

std::vector<std::vector<BioLine>> read_bio_sentences(const std::filesystem::path& path) {
    std::istringstream in(read_file(path));
    std::vector<std::vector<BioLine>> sentences(1);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty()) {
            if (!sentences.back().empty()) sentences.emplace_back();
            continue;
        }
        const std::size_t tab = line.find('\t');
        if (tab == 0) throw InputError(path.string(), number, 1, "a line needs a token, and behind a tab its tag");
        if (!is_valid_utf8(line)) throw InputError(path.string(), number, 1, "the line is not UTF-8");
        const std::string tag = tab == std::string::npos ? "O" : line.substr(line.rfind('\t') + 1);
        sentences.back().push_back({line.substr(0, tab), tag});
    }
    if (sentences.back().empty()) sentences.pop_back();
    return sentences;
}

/// The indices of our labels for theirs, and whether it may be no name at all.
std::pair<std::vector<std::uint32_t>, bool> map_label(const std::string& theirs, const NameMapping& mapping, const NameTags& tags) {
    auto found = mapping.find(theirs);
    if (found == mapping.end()) found = mapping.find("*");
    if (found == mapping.end()) return {{}, true};
    std::vector<std::uint32_t> labels;
    bool open = false;
    for (const std::string& ours : found->second) {
        if (ours == "O") open = true;
        else if (const std::uint32_t label = tags.find(ours); label < tags.labels().size()) labels.push_back(label);
    }
    return {labels, open || labels.empty()};
}

void set_allowed(std::vector<TagSet>& allowed, std::size_t first, std::size_t last, const std::vector<std::uint32_t>& labels, bool open) {
    for (std::size_t i = first; i < last; ++i) allowed[i] = open ? TagSet{1} : 0;
    allow_name(allowed, first, last, labels);
}

void add_sentence(NamedDocument& target, const std::vector<BioLine>& lines, const NameMapping& mapping, const NameTags& tags) {
    Document& document = target.document;
    std::string& text = target.article->text;
    const auto first = static_cast<std::uint32_t>(document.tokens.size());
    const auto number = static_cast<std::uint32_t>(document.sentences.size());
    for (const BioLine& line : lines) {
        if (!text.empty()) text += ' ';
        Token token;
        token.span.begin = static_cast<std::uint32_t>(text.size());
        text += line.form;
        token.span.end = static_cast<std::uint32_t>(text.size());
        token.sentence = number;
        document.tokens.push_back(token);
        target.allowed.push_back(1);
    }
    const auto last = static_cast<std::uint32_t>(document.tokens.size());
    document.sentences.push_back({first, last, {document.tokens[first].span.begin, document.tokens[last - 1].span.end}, number, false});
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i + 1;
        while (end < lines.size() && lines[end].tag[0] == 'I') ++end;
        if (lines[i].tag.size() > 2) {
            const auto [labels, open] = map_label(lines[i].tag.substr(2), mapping, tags);
            set_allowed(target.allowed, first + i, first + end, labels, open);
        }
        i = end;
    }
}

bool is_document_mark(const std::vector<BioLine>& sentence) {
    return sentence.front().form == document_mark;
}

/// The document of each sentence of a treebank.
std::vector<std::string> read_document_ids(const std::filesystem::path& treebank) {
    std::vector<std::string> ids;
    for (const TreebankArticle& article : read_conllu(treebank))
        ids.insert(ids.end(), article.document.sentences.size(), article.article->info.id);
    return ids;
}

/// Token that begins (or, with `end`, ends) at each byte; -1 elsewhere.
std::vector<std::int64_t> index_tokens(const Document& document, bool end) {
    std::vector<std::int64_t> index(document.text().size() + 1, -1);
    for (std::size_t i = 0; i < document.tokens.size(); ++i)
        index[end ? document.tokens[i].span.end : document.tokens[i].span.begin] = static_cast<std::int64_t>(i);
    return index;
}

}  // namespace

NameMapping read_name_mapping(const std::filesystem::path& path) {
    NameMapping mapping;
    std::istringstream in(read_file(path));
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line[0] == '#') continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) throw InputError(path.string(), number, 1, "a line needs a label, a tab and our labels");
        mapping[line.substr(0, tab)] = split_bar(line.substr(tab + 1));
    }
    return mapping;
}

std::vector<std::string> labels_of(const NameMapping& mapping) {
    std::set<std::string> labels;
    for (const auto& [theirs, ours] : mapping) labels.insert(ours.begin(), ours.end());
    labels.erase("O");
    return {labels.begin(), labels.end()};
}

std::vector<NamedDocument> read_name_corpus(const NameCorpus& corpus, const std::set<std::string>& leave_out, const NameTags& tags) {
    const NameMapping mapping = corpus.mapping.empty() ? NameMapping() : read_name_mapping(corpus.mapping);
    const auto sentences = read_bio_sentences(corpus.bio);
    const auto ids = corpus.treebank.empty() ? std::vector<std::string>(sentences.size()) : read_document_ids(corpus.treebank);
    if (ids.size() != sentences.size())
        throw InputError(corpus.bio.string(), "it has " + std::to_string(sentences.size()) + " sentences, its treebank " + std::to_string(ids.size()));
    const bool unmarked = corpus.treebank.empty() && std::none_of(sentences.begin(), sentences.end(), is_document_mark);
    std::vector<NamedDocument> documents;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (leave_out.contains(ids[i])) continue;
        const bool begins = documents.empty() || is_document_mark(sentences[i]) || documents.back().article->info.id != ids[i] ||
                            (unmarked && documents.back().document.sentences.size() == sentences_a_document);
        if (begins) {
            documents.push_back({std::make_unique<Article>(), {}, {}, {}});
            documents.back().document.article = documents.back().article.get();
            documents.back().article->info.id = ids[i];
        }
        add_sentence(documents.back(), sentences[i], mapping, tags);
    }
    return documents;
}

std::vector<TagSet> mark_entities(const Document& document, const std::vector<AnnotatedEntity>& entities,
                                  const NameMapping& mapping, const NameTags& tags) {
    std::map<std::string, std::set<std::uint32_t>> names;
    for (const AnnotatedEntity& entity : entities) {
        const auto labels = map_label(entity.class_curie, mapping, tags).first;
        for (const std::string& name : entity.names) {
            if (name.empty()) continue;
            names[name].insert(labels.begin(), labels.end());
            names[to_upper(name)].insert(labels.begin(), labels.end());
        }
    }
    std::vector<std::pair<std::string, std::vector<std::uint32_t>>> sorted;
    for (const auto& [name, labels] : names) sorted.push_back({name, {labels.begin(), labels.end()}});
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });

    const auto begins = index_tokens(document, false);
    const auto ends = index_tokens(document, true);
    std::vector<TagSet> allowed(document.tokens.size(), 1);
    std::vector<bool> taken(document.tokens.size(), false);
    for (const auto& [name, labels] : sorted) {
        for (std::size_t at = document.text().find(name); at != std::string_view::npos; at = document.text().find(name, at + 1)) {
            const std::int64_t first = begins[at], last = ends[at + name.size()] + 1;
            if (first < 0 || last <= first || std::any_of(taken.begin() + first, taken.begin() + last, [](bool t) { return t; })) continue;
            if (document.tokens[static_cast<std::size_t>(first)].sentence != document.tokens[static_cast<std::size_t>(last - 1)].sentence) continue;
            std::fill(taken.begin() + first, taken.begin() + last, true);
            set_allowed(allowed, static_cast<std::size_t>(first), static_cast<std::size_t>(last), labels, labels.empty());
        }
    }
    return allowed;
}

}  // namespace lede
