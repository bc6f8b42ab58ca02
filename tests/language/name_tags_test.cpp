#include <string>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/language/name_decoder.hpp>
#include <lede/language/name_tags.hpp>
#include <support/catch.hpp>

using namespace lede;

namespace {

const NameTags tags({"person", "place"});

std::uint32_t tag(std::string_view label, NameTags::Part part) { return NameTags::tag(tags.find(label), part); }

std::string dump(const std::vector<Name>& names) {
    std::string text;
    for (const Name& name : names)
        text += name.label + " " + std::to_string(name.first) + "-" + std::to_string(name.last) + "; ";
    return text;
}

/// The best tags where each token likes the tags that it is given.
std::vector<std::uint32_t> decode(const std::vector<std::vector<std::uint32_t>>& liked, const std::vector<TagSet>& allowed = {}) {
    std::vector<std::int32_t> emissions(liked.size() * tags.count(), 0);
    std::int32_t bonus = 10;
    for (std::size_t i = 0; i < liked.size(); ++i)
        for (const std::uint32_t t : liked[i]) emissions[i * tags.count() + t] = bonus;
    const std::vector<std::int32_t> transitions(tags.count() * tags.count(), 0);
    return decode_tags<std::int32_t>(tags.count(), emissions, transitions, allowed);
}

}  // namespace

TEST_CASE("Tags spell names of one and of several tokens") {
    const std::vector<std::uint32_t> sequence = {tag("person", NameTags::begin), tag("person", NameTags::inside), tag("person", NameTags::end),
                                                 NameTags::outside, tag("place", NameTags::single), tag("place", NameTags::single)};
    CHECK(dump(tags.names_of(sequence, 10)) == "person 10-13; place 14-15; place 15-16; ");
    CHECK(tags.names_of({0, 0}, 0).empty());
}

TEST_CASE("A name that was begun goes on with its own label") {
    CHECK(NameTags::may_follow(tag("person", NameTags::begin), tag("person", NameTags::end)));
    CHECK_FALSE(NameTags::may_follow(tag("person", NameTags::begin), tag("place", NameTags::end)));
    CHECK_FALSE(NameTags::may_follow(tag("person", NameTags::begin), NameTags::outside));
    CHECK_FALSE(NameTags::may_follow(NameTags::outside, tag("place", NameTags::inside)));
    CHECK(NameTags::may_follow(tag("place", NameTags::end), tag("person", NameTags::single)));
}

TEST_CASE("Decoding never breaks off a name") {
    const auto found = decode({{tag("person", NameTags::begin)}, {tag("place", NameTags::end), tag("person", NameTags::end)}, {NameTags::outside}});
    CHECK(dump(tags.names_of(found, 0)) == "person 0-2; ");
    const auto at_end = decode({{NameTags::outside}, {tag("person", NameTags::begin)}});
    CHECK(at_end[1] != tag("person", NameTags::begin));
}

TEST_CASE("Decoding keeps to the tags that are allowed") {
    std::vector<TagSet> allowed(2, 1);
    allow_name(allowed, 1, 2, {tags.find("place")});
    allowed[1] &= ~TagSet{1};
    const auto found = decode({{tag("person", NameTags::single)}, {tag("person", NameTags::single)}}, allowed);
    CHECK(dump(tags.names_of(found, 0)) == "place 1-2; ");
}

TEST_CASE("A model of too many labels is refused") {
    CHECK_THROWS_AS(NameTags(std::vector<std::string>(NameTags::max_labels + 1, "label")), Error);
}
