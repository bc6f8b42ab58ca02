#include <string>
#include <support/catch.hpp>
#include <support/plain_document.hpp>

#include <lede/extraction/dateline.hpp>

using namespace lede;
using lede::test::PlainDocument;

namespace {

const std::string lists = std::string(LEDE_SOURCE_DIR) + "/src/data/english/lists";

std::string find(const Document& document) {
    static const DateFinder dates(lists);
    static const DatelineFinder dateline(lists);
    const auto found = dateline.find(document, dates);
    return found ? to_string(*found) : "none";
}

std::string find(std::string text) {
    PlainDocument document(std::move(text));
    return find(*document);
}

}  // namespace

TEST_CASE("A date where the text begins is the article's") {
    CHECK(find("Ferry firm bought\n\nOSLO, 12 March 2026 - Nordferge has bought a rival.") == "2026-03-12");
    CHECK(find("Ferry firm bought\n\nOslo, March 12, 2026 – “We are glad,” the firm said.") == "2026-03-12");
    CHECK(find("NEW YORK, March 12, 2026 /AgencyWire/ -- Nordferge has bought a rival.") == "2026-03-12");
    CHECK(find("LEEDS, England--(AGENCY WIRE)--March 12, 2026--Nordferge has bought a rival.") == "2026-03-12");
    CHECK(find("SEOUL (Agency), 12 March 2026 (wire) — Nordferge has bought a rival.") == "2026-03-12");
    CHECK(find("12 March 2026 – OSLO – Nordferge has bought a rival.") == "2026-03-12");
}

TEST_CASE("A date in a line of its own is the article's") {
    CHECK(find("Ferry firm bought\n\n12 March 2026\n\nNordferge has bought a rival.") == "2026-03-12");
    CHECK(find("Ferry firm bought\n\nBy Ada Marsh\n\nPublished: Thursday, 12 March 2026, 10:30 GMT\n\nIt was cheap.") == "2026-03-12");
    CHECK(find("FOR IMMEDIATE RELEASE: March 12, 2026\n\nFerry firm bought\n\nIt was cheap.") == "2026-03-12");
    CHECK(find("Ferry firm bought\n\nUpdated 2026-03-13\n\nPublished 2026-03-12\n\nIt was cheap.") == "2026-03-13");
}

TEST_CASE("Another date is not the article's") {
    CHECK(find("Ferry firm bought\n\nNordferge will buy a rival on 12 March 2026 - or so it says.") == "none");
    CHECK(find("Ferry firm bought\n\nNordferge was founded on 12 March 1926.") == "none");
    CHECK(find("Ferry firm bought on 12 March 2026\n\nIt was cheap.") == "none");
    CHECK(find("OSLO, March 2026 - Nordferge has bought a rival.") == "none");
    CHECK(find("OSLO, March 12 - Nordferge has bought a rival.") == "none");
    CHECK(find("OSLO, 12 March 2026 - 14 May 2026: the exhibition of the year.") == "none");
    CHECK(find("One.\n\nTwo.\n\nThree.\n\nFour.\n\n12 March 2026\n\nFive.") == "none");
    CHECK(find("") == "none");
    PlainDocument sentence("On 12 March 2026 – A day to remember – the firm was sold.");
    sentence->tokens[0].upos = Upos::adp;
    CHECK(find(*sentence) == "none");
}
