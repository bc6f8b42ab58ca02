#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <lede/text/document.hpp>

namespace lede {

/// An article with layers made by hand, as read from a treebank. Keeps its address when moved.
struct TreebankArticle {
    std::unique_ptr<Article> article;  ///< info.id is the treebank's document id
    Document document;                 ///< without names
};

/// Reads CoNLL-U (universaldependencies.org/format.html): an article a `newdoc`, a paragraph a `newpar`. The text is
/// put together from the `text` comments, or from the forms where these lack or where SpacesAfter tells of other gaps.
/// The parts of a multiword token share its bytes out between them. Empty nodes and enhanced dependencies are left out.
/// Throws InputError.
std::vector<TreebankArticle> read_conllu(const std::filesystem::path& path);
/// As above from memory; `name` is for messages.
std::vector<TreebankArticle> parse_conllu(std::string_view content, const std::string& name);

/// The document in CoNLL-U: `newdoc`, `newpar`, `sent_id`, `text`; multiword tokens; in MISC the token's code points in
/// the article (TokenRange=a:b, half-open), SpaceAfter, SpacesAfter and SpacesBefore (so that tokens and gaps give back
/// the text, byte for byte), and names (NE=B-person). Empty for a document without tokens.
std::string to_conllu(const Document& document);

/// Whether the token is written as one multiword token with the one before: no gap, letters on the left, and a letter
/// or an apostrophe with letters on the right ("do" + "n't", "Bush" + "'s"), or a possessive apostrophe.
bool joins_previous(const Document& document, std::size_t token);

}  // namespace lede
