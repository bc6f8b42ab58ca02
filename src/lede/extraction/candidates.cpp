#include <lede/extraction/candidates.hpp>

#include <algorithm>

namespace lede {
namespace {

/// Mentions further apart in the row of a sentence's mentions are not paired; unknown things, of which there are many, do not count.
constexpr std::size_t widest_pair = 45;
/// A phrase is the value of something near it.
constexpr std::uint32_t phrase_reach = 25;

bool may_pair(const Mention& subject, const Mention& object) {
    if (subject.entity == Mention::no_entity || subject.entity == object.entity) return false;
    if (object.kind == MentionKind::implicit) return false;
    if (object.entity == Mention::no_entity && !object.is_literal()) return false;
    const bool overlap = subject.first < object.last && object.first < subject.last;
    if (overlap && !object.is_literal()) return false;
    if (subject.kind == MentionKind::implicit) return object.kind != MentionKind::phrase;
    if (object.kind != MentionKind::phrase) return !overlap;
    const std::uint32_t apart = subject.first < object.first ? object.first - subject.last : subject.first - object.last;
    return !overlap && apart <= phrase_reach;
}

void pair_up(const Reading& reading, const PropertyTable& table, const Mention& subject, const Mention& object,
             const std::function<void(const Candidate&)>& use, bool with_refused) {
    if (!may_pair(subject, object)) return;
    const PropertySet& domain = table.with_subject(subject, reading.entities[subject.entity]);
    const PropertySet& range = object.is_literal() ? table.with_literal(object)
                                                   : table.with_object(object, reading.entities[object.entity]);
    PropertySet admitted = domain & range;
    PropertySet refused;
    if (with_refused) {
        refused = object.is_literal() ? table.with_literal(object) : table.of_things();
        refused.remove(admitted);
    }
    if (!admitted.empty() || with_refused) use({&subject, &object, std::move(admitted), std::move(refused)});
}

}  // namespace

void for_each_candidate(const Reading& reading, const PropertyTable& table, const std::function<void(const Candidate&)>& use, bool refused) {
    const std::vector<Mention>& mentions = reading.mentions;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        std::size_t apart = 0;
        for (std::size_t k = i + 1; k < mentions.size() && mentions[k].sentence == mentions[i].sentence; ++k) {
            apart += !mentions[k].is_unknown_thing();
            if (apart >= widest_pair) break;
            pair_up(reading, table, mentions[i], mentions[k], use, refused);
            pair_up(reading, table, mentions[k], mentions[i], use, refused);
        }
    }
}

}  // namespace lede
