#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <lede/language/name_tags.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// A document to train names on. `allowed` has for each token the tags that it may have: one where the annotation is plain,
/// several where it leaves something open (a corpus without the distinction, a name of two things).
struct NamedDocument {
    std::unique_ptr<Article> article;
    Document document;
    std::vector<TagSet> allowed;
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

/// Reads `token TAB tag` lines in BIO, sentences parted by empty lines, into documents of some sentences each.
/// Labels that the mapping lacks are not names. Throws InputError.
std::vector<NamedDocument> read_bio(const std::filesystem::path& path, const NameMapping& mapping, const NameTags& tags);

/// Marks every occurrence of the entities' names in the document, longest names first; also those in capitals.
/// The mapping leads from class CURIEs to labels.
std::vector<TagSet> mark_entities(const Document& document, const std::vector<AnnotatedEntity>& entities,
                                  const NameMapping& mapping, const NameTags& tags);

}  // namespace lede
