// Bytes of any kind as what a store answers: the results of a query, or words about what is wrong with one.
#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/store/query_text.hpp>
#include <lede/store/sparql_results.hpp>

#include "fuzz.hpp"

using namespace lede;

namespace {

void read_results(std::string_view json) {
    try {
        const SparqlResults results = parse_sparql_results(json);
        fuzz::require(!results.boolean || results.rows.empty(), "an answer to ASK with rows");
        for (const auto& row : results.rows) {
            fuzz::require(row.size() == results.variables.size(), "a row that does not fit the variables");
            for (const auto& cell : row)
                if (cell) fuzz::require(!to_ntriples(*cell).empty(), "a value without a form");
        }
    } catch (const Error&) {  // told to the user
    }
}

void read_message(std::string_view message) {
    const std::string query = "SELECT * {\n  ?s ?p\n}";
    if (const auto place = find_error_place(message, query)) {
        const std::string marked = mark_place(query, *place);
        fuzz::require(marked.find('\x1B') == std::string::npos, "a mark that steers a terminal");
    }
    for (const char* type : {"text/plain", "text/html"}) {
        const std::string words = plain_message(message, type);
        fuzz::require(words.find('\x1B') == std::string::npos, "a message that steers a terminal");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = fuzz::view(bytes, size);
    read_results(text);
    read_message(text);
    find_query_form(text);
    find_prefixes(text);
    mark_place(text, {2, 3});
    return 0;
}
