#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lede/ontology/ontology.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// Which classes of the ontology a common noun may stand for: "series", "limited series", "the 52-year-old" stay data.
class ClassNouns {
  public:
    explicit ClassNouns(const Ontology& ontology);

    /// Class IRIs of the longest noun phrase of the ontology that ends with the token; empty if there is none.
    const std::vector<std::string>& find(const Document& document, std::uint32_t token) const;
    const std::vector<std::string>& find(std::string_view noun) const;

  private:
    std::unordered_map<std::string, std::vector<std::string>> classes_;
    std::vector<std::string> none_;
    std::size_t longest_ = 1;  ///< in words
};

}  // namespace lede
