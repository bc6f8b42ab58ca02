#pragma once

#include <filesystem>
#include <vector>

#include <lede/base/word_list.hpp>
#include <lede/extraction/factuality.hpp>
#include <lede/extraction/open_clauses.hpp>
#include <lede/extraction/open_tuple.hpp>

namespace lede {

/// Open information extraction: what sentences state in their own words, read from their dependency trees by rules, in
/// the manner of ClausIE (Del Corro and Gemulla 2013) and OpenIE 4 and 5 (Mausam 2016). Shared by threads.
class OpenExtractor {
  public:
    /// Reads its lists from the folder. Throws InputError.
    explicit OpenExtractor(const std::filesystem::path& lists);

    /// Sentence by sentence, each tuple once; within a sentence in the order of the words that state them. The status
    /// tells what is denied or not factual; what a negated tuple says keeps its negation ("does not own").
    std::vector<OpenTuple> find(const Document& document) const;

  private:
    OpenLists lists_;
    StringMap<double> rules_;
    Factuality factuality_;

    double confidence_of(const OpenTuple& tuple) const;
};

}  // namespace lede
