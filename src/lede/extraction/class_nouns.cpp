#include <lede/extraction/class_nouns.hpp>

#include <algorithm>

#include <lede/base/utf8.hpp>

namespace lede {

ClassNouns::ClassNouns(const Ontology& ontology) {
    for (const OntologyClass& item : ontology.classes())
        for (const std::string& noun : item.nouns) {
            classes_[noun].push_back(item.iri);
            longest_ = std::max(longest_, static_cast<std::size_t>(std::count(noun.begin(), noun.end(), ' ')) + 1);
        }
}

const std::vector<std::string>& ClassNouns::find(std::string_view noun) const {
    const auto found = classes_.find(std::string(noun));
    return found == classes_.end() ? none_ : found->second;
}

const std::vector<std::string>& ClassNouns::find(const Document& document, std::uint32_t token) const {
    const Token& head = document.tokens[token];
    const std::uint32_t start = document.sentences[head.sentence].first;
    const std::size_t available = std::min<std::size_t>(longest_, token - start + 1);
    for (std::size_t words = available; words > 0; --words) {
        std::string phrase;
        for (std::uint32_t i = token + 1 - static_cast<std::uint32_t>(words); i < token; ++i)
            phrase += to_lower(document.form(i)) + " ";
        const auto& classes = find(phrase + to_lower(head.lemma));
        if (!classes.empty()) return classes;
    }
    return none_;
}

}  // namespace lede
