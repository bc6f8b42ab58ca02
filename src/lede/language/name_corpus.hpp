#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <lede/language/name_tags.hpp>
#include <lede/neural/matrix.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// A document to train names on. `allowed` has for each token the tags that it may have: one where the annotation is plain,
/// several where it leaves something open (a corpus without the distinction, a name of two things).
struct NamedDocument {
    std::unique_ptr<Article> article;
    Document document;
    std::vector<TagSet> allowed;
    Matrix encoded;  ///< what the syntax network says of each token, a column a token; may be empty
};

/// A named thing of an annotated article, with its names as they stand in the text.
struct AnnotatedEntity {
    std::string class_curie;
    std::vector<std::string> names;
};

/// What a corpus calls its labels: to which of ours each belongs; more than one leaves it open, "O" admits no name.
/// File lines: `their label TAB our label|our label`; * stands for all labels that are not listed, # begins a comment.
using NameMapping = std::map<std::string, std::vector<std::string>>;

/// Throws InputError.
NameMapping read_name_mapping(const std::filesystem::path& path);
/// The labels that a mapping leads to, sorted, without "O".
std::vector<std::string> labels_of(const NameMapping& mapping);

/// Names in BIO.
struct NameCorpus {
    std::filesystem::path bio;       ///< lines `token TAB tag`, the tag in the last column; sentences parted by empty lines
    std::filesystem::path mapping;   ///< from its labels to ours; may be empty if only the tokens matter
    std::filesystem::path treebank;  ///< the same sentences in CoNLL-U, which tells its documents; may be empty
};

/// Reads a corpus. Where documents end is told by its treebank or by the token `-DOCSTART-`; without either, some sentences make a
/// document. Those whose ids are in `leave_out` are skipped. Labels that the mapping lacks are not names. Throws InputError.
std::vector<NamedDocument> read_name_corpus(const NameCorpus& corpus, const std::set<std::string>& leave_out, const NameTags& tags);

/// Marks every occurrence of the entities' names in the document, longest names first; also those in capitals.
/// The mapping leads from class CURIEs to labels.
std::vector<TagSet> mark_entities(const Document& document, const std::vector<AnnotatedEntity>& entities,
                                  const NameMapping& mapping, const NameTags& tags);

}  // namespace lede
