#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <lede/base/word_list.hpp>
#include <lede/extraction/reading.hpp>

namespace lede {

/// When a post began or ended, as the text says; dates of any precision.
struct PostTerm {
    std::optional<Literal> start, end;
};

/// Finds when somebody took up or gave up a post, from the words of the sentence that states it. A date counts only if
/// it depends on the verb, or the noun of the post, that ties the person to it: "has led X since 2019", "joined in
/// March", "mayor from 2010 to 2018". Shared by threads.
class PostTermFinder {
  public:
    /// Reads its word list from the folder. Throws InputError.
    explicit PostTermFinder(const std::filesystem::path& lists);

    /// For a person and a title, an employer or the like, mentions of one sentence.
    PostTerm find(const Reading& reading, const Mention& person, const Mention& post) const;

  private:
    WordList words_;
};

}  // namespace lede
