#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lede/ontology/ontology.hpp>

namespace lede {

/// What a pronoun may stand for.
struct Pronoun {
    enum class Number : std::uint8_t { one, several, speaker };

    std::vector<std::string> class_iris;
    bool excluded = false;  ///< stands for anything but those classes
    char gender = '-';      ///< m, f or -
    Number number = Number::one;
    std::uint64_t group = 0;  ///< equal for the forms of one pronoun: he, him, his

    bool admits(const Ontology& ontology, const std::string& class_iri) const;
};

/// Personal and possessive pronouns, and the genders of given names.
class PronounList {
  public:
    /// Reads lists/pronouns.tsv and gazetteer/given_names.tsv of the data folder. Throws InputError.
    explicit PronounList(const std::filesystem::path& data_folder);

    /// Null if the form, in any case, is none of them.
    const Pronoun* find(std::string_view form) const;
    /// m or f by the first word of a person's name; - if that does not tell.
    char gender_of(const std::string& name) const;

  private:
    std::unordered_map<std::string, Pronoun> pronouns_;
    std::unordered_map<std::string, char> given_names_;
};

}  // namespace lede
