#include <lede/extraction/pronoun_list.hpp>

#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/base/word_list.hpp>

namespace lede {
namespace {

Pronoun::Number parse_number(const std::string& text) {
    if (text == "speaker") return Pronoun::Number::speaker;
    return text == "several" ? Pronoun::Number::several : Pronoun::Number::one;
}

Pronoun read_pronoun(const WordList::Row& row) {
    Pronoun pronoun;
    pronoun.excluded = row[1].starts_with("-");
    for (std::size_t at = pronoun.excluded ? 1 : 0; at < row[1].size();) {
        const std::size_t end = std::min(row[1].find('|', at), row[1].size());
        pronoun.class_iris.push_back(row[1].substr(at, end - at));
        at = end + 1;
    }
    pronoun.gender = row[2][0];
    pronoun.number = parse_number(row[3]);
    pronoun.group = hash_of(row[1] + row[2] + row[3]);
    return pronoun;
}

}  // namespace

bool Pronoun::admits(const Ontology& ontology, const std::string& class_iri) const {
    const auto holds = [&](const std::string& wanted) { return ontology.is_a(class_iri, wanted); };
    return std::any_of(class_iris.begin(), class_iris.end(), holds) != excluded;
}

PronounList::PronounList(const std::filesystem::path& data_folder) {
    const WordList pronouns(data_folder / "lists" / "pronouns.tsv", 4);
    for (const auto& row : pronouns.rows()) pronouns_[row[0]] = read_pronoun(row);
    const WordList given_names(data_folder / "gazetteer" / "given_names.tsv", 2);
    for (const auto& row : given_names.rows()) given_names_[fold(row[0])] = row[1][0];
}

const Pronoun* PronounList::find(std::string_view form) const {
    const auto found = pronouns_.find(to_lower(form));
    return found == pronouns_.end() ? nullptr : &found->second;
}

char PronounList::gender_of(const std::string& name) const {
    const auto given = given_names_.find(fold(name.substr(0, name.find(' '))));
    return given == given_names_.end() || given->second == 'u' ? '-' : given->second;
}

}  // namespace lede
