#include <algorithm>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/base/hash.hpp>
#include <lede/base/section_bytes.hpp>
#include <lede/extraction/learned_examples.hpp>
#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>

namespace lede {

namespace {

namespace fs = std::filesystem;

constexpr const char* suffix = ".learned";

void write_set(SectionWriter& out, const PropertySet& set, std::size_t size) {
    std::vector<std::uint64_t> places;
    for (std::size_t i = 0; i < size; ++i)
        if (set.contains(i)) places.push_back(i);
    out.items(places);
}

PropertySet read_set(SectionReader& in, std::size_t size) {
    PropertySet set(size);
    for (const std::uint64_t place : in.items<std::vector<std::uint64_t>>()) {
        if (place >= size) throw Error("a property that is not there");
        set.insert(place);
    }
    return set;
}

std::string patterns_section(const std::vector<ExamplePattern>& patterns) {
    SectionWriter out;
    out.number(patterns.size());
    for (const ExamplePattern& pattern : patterns) {
        out.text(pattern.property_iri);
        out.text(pattern.marked);
        out.items(pattern.features);
    }
    return out.take();
}

std::string sets_section(const LearnedExamples& learned, std::size_t properties) {
    SectionWriter out;
    write_set(out, learned.learning, properties);
    write_set(out, learned.on_network, properties);
    out.number(learned.unnamed.size());
    for (const auto& [kind, subject, object] : learned.unnamed) {
        out.number(static_cast<std::uint64_t>(kind));
        write_set(out, subject, properties);
        write_set(out, object, properties);
    }
    return out.take();
}

void read_patterns(SectionReader in, const PropertyTable& table, LearnedExamples& learned) {
    for (std::uint64_t left = in.number(); left > 0; --left) {
        ExamplePattern pattern{in.text(), in.text(), in.items<std::vector<std::uint64_t>>()};
        if (table.find(pattern.property_iri) == table.size()) throw Error("a property that is not there");
        learned.patterns.push_back(std::move(pattern));
    }
}

void read_sets(SectionReader in, const PropertyTable& table, LearnedExamples& learned) {
    learned.learning = read_set(in, table.size());
    learned.on_network = read_set(in, table.size());
    for (std::uint64_t left = in.number(); left > 0; --left) {
        const auto kind = static_cast<MentionKind>(in.number());
        PropertySet subject = read_set(in, table.size());
        learned.unnamed.push_back({kind, std::move(subject), read_set(in, table.size())});
    }
}

void write_network(ModelFileWriter& writer, ExactNetwork network) {
    writer.add_lines("network.shape", to_lines(network.shape));
    writer.add("network.weights", to_exact_section(network));
}

std::optional<ExactNetwork> read_network(const ModelFile& file, const PropertyTable& table) {
    if (file.section("network.weights").empty()) return std::nullopt;
    const FactShape shape = parse_fact_shape(file.lines("network.shape"));
    if (shape.properties != table.size()) throw Error("a network of other properties");
    return parse_exact_network(shape, file.section("network.weights"));
}

std::string name_of(std::uint64_t key) {
    return to_hex(key) + suffix;
}

}  // namespace

ExampleCache::ExampleCache(fs::path folder, std::uint64_t key, std::uintmax_t most_bytes)
    : folder_(std::move(folder)), file_(folder_ / name_of(key)), most_bytes_(most_bytes) {}

std::optional<LearnedExamples> ExampleCache::find(const PropertyTable& table) const {
    try {
        const ModelFile file(file_);
        LearnedExamples learned;
        read_patterns(SectionReader(file.section("patterns")), table, learned);
        read_sets(SectionReader(file.section("sets")), table, learned);
        learned.tuned = read_network(file, table);
        learned.weights = file.section("weights");
        const bool fits = learned.weights.empty() || LinearModel(learned.weights).label_count() == table.size();
        if (!fits || learned.weights.empty() != learned.learning.empty()) return std::nullopt;
        std::error_code ignored;
        fs::last_write_time(file_, fs::file_time_type::clock::now(), ignored);  // used, so not the first to go
        return learned;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void ExampleCache::keep(const LearnedExamples& learned, const PropertyTable& table) const {
    try {
        std::error_code problem;
        fs::create_directories(folder_, problem);
        ModelFileWriter writer;
        writer.add("patterns", patterns_section(learned.patterns));
        writer.add("sets", sets_section(learned, table.size()));
        if (learned.tuned) write_network(writer, *learned.tuned);
        writer.add("weights", learned.weights);
        writer.write(file_);
        drop_old();
    } catch (const Error&) {
        return;  // as said: no error
    }
}

void ExampleCache::drop_old() const {
    struct Entry {
        fs::file_time_type used;
        fs::path path;
        std::uintmax_t size;
    };
    std::vector<Entry> entries;
    std::uintmax_t total = 0;
    std::error_code problem;
    for (auto item = fs::directory_iterator(folder_, problem); !problem && item != fs::directory_iterator();
         item.increment(problem)) {
        if (item->path().extension() != suffix) continue;
        std::error_code gone;
        const std::uintmax_t size = item->file_size(gone);
        if (gone) continue;
        entries.push_back({item->last_write_time(gone), item->path(), size});
        total += size;
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.used < b.used; });
    for (const Entry& entry : entries) {
        if (total <= most_bytes_) break;
        if (fs::remove(entry.path, problem)) total -= entry.size;
    }
}

}  // namespace lede
