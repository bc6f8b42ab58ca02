#include <lede/extraction/entity_individuals.hpp>

#include <algorithm>

namespace lede {

namespace {

/// A word may be more than one token: "O'Neill's", "Coca-Cola".
constexpr std::uint32_t extra_tokens = 4;

bool overlaps(const Name& a, const Name& b) { return a.first < b.last && b.first < a.last; }
bool covers(const Name& a, const Name& b) { return a.first <= b.first && b.last <= a.last; }

}  // namespace

KnownIndividuals::KnownIndividuals(const Ontology& ontology) {
    const auto put = [&](const std::string& name, const Individual& individual) {
        if (name.empty()) return;
        by_name_.emplace(name, &individual);
        // A common noun may begin a sentence.
        if (name.front() >= 'a' && name.front() <= 'z') by_name_.emplace(static_cast<char>(name.front() - 'a' + 'A') + name.substr(1), &individual);
        longest_ = std::max(longest_, static_cast<std::uint32_t>(1 + std::count(name.begin(), name.end(), ' ')) + extra_tokens);
    };
    for (const Individual& individual : ontology.individuals()) put(individual.name, individual);
    for (const Individual& individual : ontology.individuals())
        for (const std::string& alias : individual.aliases) put(alias, individual);
}

const Individual* KnownIndividuals::find(std::string_view name, const IgnoredNames& ignored) const {
    if (ignored.contains(name)) return nullptr;
    const auto at = by_name_.find(std::string(name));
    return at == by_name_.end() ? nullptr : at->second;
}

void KnownIndividuals::add_names(NamedText& text, const IgnoredNames& ignored) const {
    if (by_name_.empty()) return;
    std::vector<Name> found;
    for (const Sentence& sentence : text.document.sentences) {
        for (std::uint32_t first = sentence.first; first < sentence.last; ++first) {
            for (std::uint32_t last = std::min(sentence.last, first + longest_); last > first; --last) {
                if (find(slice(text.document.text(), text.document.span_of(first, last)), ignored) == nullptr) continue;
                found.push_back({first, last, "", 1});
                first = last - 1;
                break;
            }
        }
    }
    for (const Name& name : found) {
        const bool kept = std::any_of(text.names.begin(), text.names.end(), [&](const Name& n) { return overlaps(n, name) && !(covers(name, n) && n.last - n.first < name.last - name.first); });
        if (kept) continue;
        std::erase_if(text.names, [&](const Name& n) { return overlaps(n, name); });
        text.names.insert(std::upper_bound(text.names.begin(), text.names.end(), name, [](const Name& a, const Name& b) { return a.first < b.first; }), name);
    }
}

}  // namespace lede
