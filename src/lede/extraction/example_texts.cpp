#include <algorithm>
#include <future>
#include <set>
#include <thread>

#include <lede/extraction/example_texts.hpp>

namespace lede {
namespace {

/// Fewer are read before another thread has begun.
constexpr std::size_t fewest_for_threads = 100;

/// A property has such arguments if so many of its examples mark one, and so large a share.
constexpr std::size_t fewest_unnamed = 2;
constexpr double least_unnamed = 0.1;

/// In how many texts the examples mark each wording as an argument.
using MarkCounts = std::map<std::string, std::size_t, std::less<>>;

IgnoredNames marks_of(const std::vector<PropertyExample>& examples) {
    IgnoredNames marks;
    for (const PropertyExample& one : examples)
        for (const Span span : {one.example->subject, one.example->object})
            marks.insert(std::string(slice(one.example->text, span)));
    return marks;
}

MarkCounts count_marks(const ExamplesByText& groups) {
    MarkCounts counts;
    for (const auto& [text, examples] : groups)
        for (const std::string& mark : marks_of(examples)) ++counts[mark];
    return counts;
}

IgnoredNames marked_only_here(const std::vector<PropertyExample>& examples, const MarkCounts& counts) {
    IgnoredNames ignored = marks_of(examples);
    std::erase_if(ignored, [&](const std::string& mark) { return counts.find(mark)->second > 1; });
    return ignored;
}

using Group = const std::vector<PropertyExample>*;

ExampleLessons read_part(const ExampleReader& reader, std::span<const Group> groups, const MarkCounts& counts,
                         const Unmarked& unmarked, bool for_network) {
    ExampleLessons lessons;
    FactLesson lesson;
    for (const Group group : groups) {
        auto read = reader.read(*group, unmarked, lessons.instances, for_network ? &lesson : nullptr,
                                marked_only_here(*group, counts));
        for (std::size_t i = 0; i < read.size(); ++i) lessons.examples.emplace_back((*group)[i], std::move(read[i]));
    }
    lessons.text = std::move(lesson.text);
    return lessons;
}

template <class Item>
void move_behind(std::vector<Item>& more, std::vector<Item>& items) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

}  // namespace

std::string example_key(const Property& property, const Example& example) {
    return property.iri + "\t" + example.marked();
}

ExamplesByText group_by_text(const PropertyTable& table, const std::unordered_set<std::string>& known) {
    ExamplesByText groups;
    for (std::size_t place = 0; place < table.size(); ++place)
        for (const Example& example : table[place].examples)
            if (!known.contains(example_key(table[place], example))) groups[example.text].push_back({place, &example});
    return groups;
}

ExampleLessons read_examples(const ExampleReader& reader, const ExamplesByText& groups, const Unmarked& unmarked,
                             bool for_network) {
    const MarkCounts counts = count_marks(groups);
    std::vector<Group> all;
    for (const auto& [text, examples] : groups) all.push_back(&examples);
    const std::size_t threads =
        std::clamp<std::size_t>(all.size() / fewest_for_threads, 1, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::future<ExampleLessons>> parts;
    for (std::size_t i = 0; i < threads; ++i) {
        const std::size_t first = all.size() * i / threads, last = all.size() * (i + 1) / threads;
        const std::span<const Group> part(all.data() + first, last - first);
        parts.push_back(std::async(i + 1 < threads ? std::launch::async : std::launch::deferred,
                                   [&reader, part, &counts, &unmarked, for_network] {
                                       return read_part(reader, part, counts, unmarked, for_network);
                                   }));
    }
    ExampleLessons lessons = parts.back().get();
    if (threads == 1) return lessons;
    ExampleLessons result;
    for (std::size_t i = 0; i < threads; ++i) {
        ExampleLessons part = i + 1 < threads ? parts[i].get() : std::move(lessons);
        move_behind(part.instances, result.instances);
        move_behind(part.examples, result.examples);
        append(part.text, result.text);
    }
    return result;
}

void UnnamedCounts::add(std::size_t property, const ReadExample& read) {
    ++examples_[property];
    if (read.unnamed_subject) ++marked_[{*read.unnamed_subject, false, property}];
    if (read.unnamed_object) ++marked_[{*read.unnamed_object, true, property}];
}

PropertySet UnnamedCounts::often(MentionKind kind, bool object) const {
    PropertySet result(examples_.size());
    for (std::size_t property = 0; property < examples_.size(); ++property) {
        const auto found = marked_.find({kind, object, property});
        if (found == marked_.end()) continue;
        const auto share = static_cast<double>(found->second) / static_cast<double>(examples_[property]);
        if (found->second >= fewest_unnamed && share >= least_unnamed) result.insert(property);
    }
    return result;
}

}  // namespace lede
