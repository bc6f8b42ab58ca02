#include <algorithm>
#include <cstdio>
#include <cstring>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/extraction/learned_examples.hpp>
#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>

namespace lede {

namespace {

namespace fs = std::filesystem;

constexpr const char* suffix = ".learned";

// Sections are numbers of 64 bits and what they count. Files are read by the machine that wrote them, or one like it.
class SectionWriter {
  public:
    void number(std::uint64_t value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }
    void set(const PropertySet& set, std::size_t size) {
        std::vector<std::uint64_t> places;
        for (std::size_t i = 0; i < size; ++i)
            if (set.contains(i)) places.push_back(i);
        items(places);
    }
    template <class Items>
    void items(const Items& items) {
        number(items.size());
        bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(*items.data()));
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

class SectionReader {
  public:
    explicit SectionReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    std::string text() { return std::string(take(number())); }
    PropertySet set(std::size_t size) {
        PropertySet set(size);
        for (const std::uint64_t place : items<std::vector<std::uint64_t>>()) {
            if (place >= size) throw Error("a property that is not there");
            set.insert(place);
        }
        return set;
    }
    template <class Items>
    Items items() {
        Items items;
        const std::uint64_t count = number();
        if (count > rest_.size() / sizeof(*items.data())) throw Error("a section that is cut short");
        items.resize(count);
        const std::string_view bytes = take(count * sizeof(*items.data()));
        if (count > 0) std::memcpy(items.data(), bytes.data(), bytes.size());
        return items;
    }

  private:
    std::string_view rest_;

    std::string_view take(std::uint64_t count) {
        if (count > rest_.size()) throw Error("a section that is cut short");
        const std::string_view bytes = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return bytes;
    }
};

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
    out.set(learned.learning, properties);
    out.set(learned.on_network, properties);
    out.number(learned.unnamed.size());
    for (const auto& [kind, subject, object] : learned.unnamed) {
        out.number(static_cast<std::uint64_t>(kind));
        out.set(subject, properties);
        out.set(object, properties);
    }
    return out.take();
}

std::string head_section(const Dense& head) {
    SectionWriter out;
    out.number(head.out());
    out.number(head.in());
    out.items(head.weight.value.values);
    out.items(head.bias.value.values);
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
    learned.learning = in.set(table.size());
    learned.on_network = in.set(table.size());
    for (std::uint64_t left = in.number(); left > 0; --left) {
        const auto kind = static_cast<MentionKind>(in.number());
        PropertySet subject = in.set(table.size());
        learned.unnamed.push_back({kind, std::move(subject), in.set(table.size())});
    }
}

void read_head(SectionReader in, const PropertyTable& table, Dense& head) {
    const std::uint64_t out = in.number(), inner = in.number();
    const auto weight = in.items<Floats>(), bias = in.items<Floats>();
    if (out == 0) return;
    if (out != table.size() || bias.size() != out || weight.size() / out != inner || weight.size() % out != 0)
        throw Error("a layer of another shape");
    head.shape(out, inner);
    head.weight.value.values = weight;
    head.bias.value.values = bias;
}

std::string name_of(std::uint64_t key) {
    char name[24];
    std::snprintf(name, sizeof name, "%016llx", static_cast<unsigned long long>(key));
    return std::string(name) + suffix;
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
        read_head(SectionReader(file.section("head")), table, learned.head);
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
        writer.add("head", head_section(learned.head));
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
