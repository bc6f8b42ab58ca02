#include <lede/language/name_features.hpp>

#include <algorithm>

#include <lede/base/hash.hpp>

namespace lede {

namespace {

/// Other uses of a word that are looked at: more add time, not knowledge.
constexpr std::size_t most_uses = 6;

NameTraits make_border(std::uint64_t mark) {
    NameTraits border;
    border.form = border.lower = border.shape = border.tag = border.fine = border.coarse = mark;
    return border;
}

const NameTraits before_sentence = make_border(0x5EED1);
const NameTraits behind_sentence = make_border(0x5EED2);

}  // namespace

/// Collects features; each kind of feature is numbered by the order of the calls within a block, so blocks do not mix.
struct NameFeatures::Sink {
    std::vector<std::uint64_t>& features;
    std::uint64_t kind = 0;

    void begin_block(std::uint64_t block) { kind = block; }
    void add(std::uint64_t a) { features.push_back(combine(++kind, a)); }
    void add(std::uint64_t a, std::uint64_t b) { features.push_back(combine(combine(++kind, a), b)); }
    void add(std::uint64_t a, std::uint64_t b, std::uint64_t c) { features.push_back(combine(combine(combine(++kind, a), b), c)); }
    void skip(std::uint64_t n = 1) { kind += n; }
};

NameFeatures::NameFeatures(const Document& document, const NameLexicon& lexicon)
    : document_(document), traits_(make_name_traits(document, lexicon)) {
    for (std::uint32_t i = 0; i < traits_.size(); ++i)
        if (traits_[i].capital) places_[traits_[i].form].push_back(i);
}

void NameFeatures::update_tags(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) traits_[i].tag = tag_trait(document_.tokens[i]);
}

const NameTraits& NameFeatures::at(const Sentence& sentence, std::int64_t token) const {
    if (token < static_cast<std::int64_t>(sentence.first)) return before_sentence;
    if (token >= static_cast<std::int64_t>(sentence.last)) return behind_sentence;
    return traits_[static_cast<std::size_t>(token)];
}

void NameFeatures::list(std::uint32_t token, std::vector<std::uint64_t>& features) const {
    features.clear();
    Sink out{features};
    const Sentence& sentence = document_.sentences[document_.tokens[token].sentence];
    add_words(sentence, token, out);
    add_clusters(sentence, token, out);
    add_run(sentence, token, out);
    add_elsewhere(token, out);
}

void NameFeatures::add_words(const Sentence& sentence, std::uint32_t i, Sink& out) const {
    const auto t = [&](int offset) -> const NameTraits& { return at(sentence, std::int64_t{i} + offset); };
    const NameTraits& here = t(0);
    const NameTraits &p1 = t(-1), &p2 = t(-2), &n1 = t(1), &n2 = t(2);
    const std::uint64_t start = (i == sentence.first ? 1 : 0) + (here.lower_elsewhere ? 2 : 0) + (sentence.headline ? 4 : 0);
    out.begin_block(0x100);
    out.add(1);
    out.add(here.form);
    for (const NameTraits* w : {&p2, &p1, &here, &n1, &n2}) out.add(w->lower);
    out.add(p1.lower, here.lower);
    out.add(here.lower, n1.lower);
    out.add(p2.lower, p1.lower);
    out.add(n1.lower, n2.lower);
    out.add(here.shape, start);
    out.add(p1.shape, here.shape);
    out.add(here.shape, n1.shape);
    out.add(p1.shape, here.shape, n1.shape);
    out.add(p2.shape, p1.shape, here.shape);
    out.add(here.shape, n1.shape, n2.shape);
    out.add(p1.lower, here.shape);
    out.add(here.shape, n1.lower);
    for (const std::uint64_t prefix : here.prefix) out.add(prefix);
    for (const std::uint64_t suffix : here.suffix) out.add(suffix);
    out.add(here.suffix[2], here.capital);
    out.add(p1.suffix[2], here.capital);
    out.add(n1.suffix[2], here.capital);
    out.begin_block(0x200);
    if (here.tag != 0) {
        out.add(here.tag);
        out.add(p1.tag, here.tag);
        out.add(here.tag, n1.tag);
        out.add(p1.tag, here.tag, n1.tag);
        out.add(here.tag, here.lower);
    }
    out.begin_block(0x300);
    for (const NameTraits* w : {&p1, &here, &n1}) w->gazetteer != 0 ? out.add(w->gazetteer) : out.skip();
    out.add(here.gazetteer, p1.lower);
    out.add(here.gazetteer, start);
    out.add(here.quote, here.capital);
    out.add(here.quote, p1.quote, n1.quote);
    out.add(p1.given_name, here.given_name, n1.given_name);
    out.add(here.given_name, here.shape, n1.shape);
    out.add(p1.given_name, here.shape, n1.shape);
}

/// Words that the training data lacks are known by those that keep the same company.
void NameFeatures::add_clusters(const Sentence& sentence, std::uint32_t i, Sink& out) const {
    const auto t = [&](int offset) -> const NameTraits& { return at(sentence, std::int64_t{i} + offset); };
    const NameTraits& here = t(0);
    const NameTraits &p1 = t(-1), &p2 = t(-2), &n1 = t(1), &n2 = t(2);
    out.begin_block(0x700);
    for (const NameTraits* w : {&p2, &p1, &here, &n1, &n2}) out.add(w->fine);
    for (const NameTraits* w : {&p2, &p1, &here, &n1, &n2}) out.add(w->coarse);
    out.add(here.fine, here.shape);
    out.add(here.coarse, here.shape, i == sentence.first);
    out.add(p1.fine, here.shape);
    out.add(here.shape, n1.fine);
    out.add(p1.fine, here.fine);
    out.add(here.fine, n1.fine);
    out.add(p1.coarse, here.coarse);
    out.add(here.coarse, n1.coarse);
    out.add(p1.coarse, here.coarse, n1.coarse);
    out.add(here.rarity, here.shape);
    out.add(p1.rarity, here.rarity, n1.rarity);
}

void NameFeatures::add_run(const Sentence& sentence, std::uint32_t i, Sink& out) const {
    const NameTraits& here = traits_[i];
    if (!here.capital) return;
    const std::int64_t first = here.run_first, last = here.run_last;
    const NameTraits& front = traits_[here.run_first];
    const NameTraits& back = traits_[here.run_last - 1];
    const std::uint64_t place = std::min<std::uint64_t>(i - here.run_first, 3) * 4 + std::min<std::uint64_t>(here.run_last - 1 - i, 3);
    const NameTraits &p1 = at(sentence, first - 1), &p2 = at(sentence, first - 2), &p3 = at(sentence, first - 3);
    const NameTraits &n1 = at(sentence, last), &n2 = at(sentence, last + 1), &n3 = at(sentence, last + 2);
    out.begin_block(0x400);
    out.add(place, first == sentence.first);
    out.add(place, p1.lower);
    out.add(place, n1.lower);
    out.add(p1.lower, n1.lower);
    out.add(p2.lower, p1.lower);
    out.add(n1.lower, n2.lower);
    out.add(p2.lower, 1);
    out.add(n2.lower, 2);
    out.add(p3.lower, p2.lower, 3);
    out.add(n2.lower, n3.lower, 4);
    out.add(back.lower, here.run_last - 1 == i);
    out.add(back.suffix[2], here.run_last - 1 == i);
    out.add(front.lower, here.run_first == i);
    out.add(place, front.given_name, back.given_name);
    out.add(place, back.gazetteer);
    out.add(front.quote, back.quote, place);
    out.add(here.upper, front.upper, back.upper);
    out.begin_block(0x480);
    out.add(place, p1.fine);
    out.add(place, n1.fine);
    out.add(p1.coarse, n1.coarse);
    out.add(place, back.fine);
    out.add(place, front.fine);
    out.add(place, front.coarse, back.coarse);
}

void NameFeatures::add_elsewhere(std::uint32_t i, Sink& out) const {
    const NameTraits& here = traits_[i];
    if (!here.capital) return;
    const auto found = places_.find(here.form);
    const std::vector<std::uint32_t>& uses = found->second;
    const bool alone = here.run_last - here.run_first == 1;
    std::size_t seen = 0;
    for (const std::uint32_t use : uses) {
        if (use == i) continue;
        if (++seen > most_uses) break;
        const NameTraits& there = traits_[use];
        const Sentence& sentence = document_.sentences[document_.tokens[use].sentence];
        const NameTraits& front = traits_[there.run_first];
        const NameTraits& back = traits_[there.run_last - 1];
        const std::uint64_t length = std::min(there.run_last - there.run_first, 4U);
        const std::uint64_t place = std::min(use - there.run_first, 3U);
        out.begin_block(0x500);
        out.add(length, place, alone);
        out.add(at(sentence, std::int64_t{there.run_first} - 1).lower, alone);
        out.add(at(sentence, there.run_last).lower, alone);
        out.add(front.given_name, place, alone);
        out.add(back.lower, place);
        out.add(there.gazetteer, alone);
        out.add(there.quote, alone);
        out.add(use == sentence.first);
        out.add(at(sentence, std::int64_t{there.run_first} - 1).fine, alone);
        out.add(at(sentence, there.run_last).fine, alone);
        out.add(back.fine, place);
    }
    out.begin_block(0x600);
    out.add(std::min<std::uint64_t>(uses.size(), 4), alone);
}

}  // namespace lede
