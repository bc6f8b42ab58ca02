#pragma once

#include <filesystem>
#include <vector>

#include <lede/base/word_list.hpp>
#include <lede/extraction/mention.hpp>

namespace lede {

/// Finds what may be a thing that the recogniser does not know. Shared by threads.
class ThingFinder {
  public:
    /// Reads title_words.tsv of the folder. Throws InputError.
    explicit ThingFinder(const std::filesystem::path& lists);

    /// Without entities yet: with `titles`, words written as a name, what a sentence begins with up to its verb, what
    /// stands in quotation marks, and names, which may be of another class than they were taken for; with `nouns`,
    /// phrases of common nouns. `mentions` are those that are known. Not sorted.
    std::vector<Mention> find(const Document& document, const std::vector<Mention>& mentions, bool titles,
                              bool nouns) const;

  private:
    WordList inside_titles_;
};

}  // namespace lede
