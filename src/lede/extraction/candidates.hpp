#pragma once

#include <functional>

#include <lede/extraction/property_table.hpp>
#include <lede/extraction/reading.hpp>

namespace lede {

/// Two mentions of one sentence that could stand in some relation, and the properties that their classes admit.
struct Candidate {
    const Mention* subject = nullptr;
    const Mention* object = nullptr;
    PropertySet admitted;
    PropertySet refused = PropertySet();  ///< properties of this kind of object whose classes do not admit the two; only if asked for
};

/// Calls `use` for each ordered pair of mentions of a sentence that stand for different things, the subject an entity, and for which at
/// least one property is admitted. In sentences with very many mentions only near ones are paired, so the work stays linear.
/// With `refused`, also those for which none is.
void for_each_candidate(const Reading& reading, const PropertyTable& table, const std::function<void(const Candidate&)>& use, bool refused = false);

}  // namespace lede
