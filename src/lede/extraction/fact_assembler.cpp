#include <algorithm>
#include <map>
#include <tuple>

#include <lede/base/utf8.hpp>
#include <lede/extraction/fact_assembler.hpp>
#include <lede/extraction/rejections.hpp>

namespace lede {
namespace {

/// Further sentences that say the same add nothing that a reader needs.
constexpr std::size_t most_evidence = 3;

using Object = std::variant<EntityId, Literal>;

Object object_of(const Mention& mention, const Property& property) {
    if (!mention.is_literal()) return mention.entity;
    Literal literal = mention.value;
    if (mention.kind == MentionKind::number && property.datatype) literal.datatype = *property.datatype;
    return literal;
}

/// What may be the wrong part of the right words.
bool is_loose(const Mention& mention) {
    return mention.kind == MentionKind::phrase || mention.is_unknown_thing();
}

/// Mentions that stand in one place of statements that are alike but for it.
class Rivals {
  public:
    /// False if it is, or overlaps, a loose mention and a better one was kept.
    bool keep(const Mention& mention) {
        const Span span{mention.first, mention.last};
        const bool loose = is_loose(mention);
        for (const auto& [other, other_loose] : kept_)
            if ((loose != other_loose || (loose && other != span)) && other.overlaps(span)) return false;
        kept_.emplace_back(span, loose);
        return true;
    }

  private:
    std::vector<std::pair<Span, bool>> kept_;
};

/// Of titles that overlap, the longer one is mostly whole. With 0, 0.03, 0.08 and 0.15 a word, mean F1 of ten
/// ontologies (Text2KGBench) was 0.373, 0.374, 0.376 and 0.375.
constexpr float worth_of_word = 0.08F;

/// How likely a candidate is, so that overlapping ones can be compared.
float preference(const Document& document, const StatedCandidate& candidate) {
    const auto words = [&](const Mention& mention) {
        if (mention.kind != MentionKind::title) return 0.0F;
        const bool article = document.tokens[mention.first].upos == Upos::det;
        return static_cast<float>(mention.last - mention.first - (article ? 1 : 0));
    };
    return candidate.probability + worth_of_word * (words(*candidate.subject) + words(*candidate.object));
}

/// Drops, of candidates for one property and subject whose objects overlap, or the other way round, all but the
/// likeliest.
void keep_best_phrases(const Reading& reading, const PropertyTable& table, std::vector<StatedCandidate>& candidates,
                       Rejections* rejections) {
    std::stable_sort(candidates.begin(), candidates.end(), [&](const StatedCandidate& a, const StatedCandidate& b) {
        return preference(reading.document, a) > preference(reading.document, b);
    });
    std::map<std::tuple<EntityId, std::size_t, std::uint32_t>, Rivals> objects;
    std::map<std::tuple<std::size_t, std::uint32_t, std::uint32_t>, Rivals> subjects;
    std::erase_if(candidates, [&](const StatedCandidate& candidate) {
        const Mention& subject = *candidate.subject;
        const Mention& object = *candidate.object;
        const bool best = objects[{subject.entity, candidate.property, object.sentence}].keep(object) &&
                          subjects[{candidate.property, object.first, object.last}].keep(subject);
        if (!best && rejections)
            rejections->add(to_fact(reading, table, candidate), "other words at this place are likelier");
        return !best;
    });
}

Evidence evidence_of(const Reading& reading, const StatedCandidate& candidate) {
    const Document& document = reading.document;
    const auto bytes = [&](const Mention& mention) {
        return mention.first < mention.last ? document.span_of(mention.first, mention.last) : Span{};
    };
    Evidence evidence;
    evidence.sentence = document.sentences[candidate.object->sentence].span;
    evidence.subject = bytes(*candidate.subject);
    evidence.object = bytes(*candidate.object);
    evidence.matched = candidate.matched;
    evidence.confidence = candidate.probability;
    return evidence;
}

bool same_statement(const Fact& a, const Fact& b) {
    return a.subject == b.subject && a.object == b.object;
}

/// Removes facts of a general property where a special case of it relates the same two.
void drop_general(std::vector<Fact>& facts, const PropertyTable& table, Rejections* rejections) {
    std::vector<const Property*> drop(facts.size(), nullptr);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const Property* special = table.ontology().find_property(facts[i].property_iri);
        if (!special || facts[i].status != Status::asserted) continue;
        for (std::size_t k = 0; k < facts.size(); ++k)
            if (same_statement(facts[i], facts[k]) &&
                std::find(special->super.begin(), special->super.end(), facts[k].property_iri) != special->super.end())
                drop[k] = special;
    }
    std::size_t at = 0;
    std::erase_if(facts, [&](const Fact& fact) {
        const Property* special = drop[at++];
        if (special && rejections) rejections->add(fact, "gives way to its special case " + special->iri);
        return special != nullptr;
    });
}

}  // namespace

Fact to_fact(const Reading& reading, const PropertyTable& table, const StatedCandidate& candidate) {
    const Property& property = table[candidate.property];
    Fact fact;
    fact.subject = candidate.subject->entity;
    fact.property_iri = property.iri;
    fact.object = object_of(*candidate.object, property);
    fact.status = candidate.status;
    if (!candidate.object->is_literal() && property.symmetric && candidate.object->entity < fact.subject) {
        fact.object = fact.subject;
        fact.subject = candidate.object->entity;
    }
    fact.evidence.push_back(evidence_of(reading, candidate));
    return fact;
}

std::vector<Fact> assemble_facts(const Reading& reading, const PropertyTable& table,
                                 std::vector<StatedCandidate> candidates, Rejections* rejections) {
    keep_best_phrases(reading, table, candidates, rejections);
    // Text of a literal that differs only in letter case is the same value.
    using Key = std::tuple<EntityId, std::string, bool, std::string, Status>;
    std::map<Key, Fact> facts;
    for (const StatedCandidate& candidate : candidates) {
        Fact fact = to_fact(reading, table, candidate);
        std::vector<Evidence> evidence = std::move(fact.evidence);
        fact.evidence.clear();
        const bool entity = !candidate.object->is_literal();
        const std::string object = std::holds_alternative<Literal>(fact.object)
                                       ? fold(std::get<Literal>(fact.object).lexical)
                                       : std::to_string(std::get<EntityId>(fact.object));
        Fact& kept =
            facts.try_emplace(Key{fact.subject, fact.property_iri, entity, object, fact.status}, std::move(fact))
                .first->second;
        if (!kept.start) kept.start = candidate.term.start;
        if (!kept.end) kept.end = candidate.term.end;
        if (kept.evidence.size() < most_evidence) kept.evidence.push_back(std::move(evidence.front()));
    }
    std::vector<Fact> result;
    for (auto& [key, fact] : facts) result.push_back(std::move(fact));
    drop_general(result, table, rejections);
    std::stable_sort(result.begin(), result.end(), [](const Fact& a, const Fact& b) {
        return std::tie(a.subject, a.property_iri, a.object) < std::tie(b.subject, b.property_iri, b.object);
    });
    return result;
}

}  // namespace lede
