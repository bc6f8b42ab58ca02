#include <lede/extraction/entity_features.hpp>

#include <algorithm>
#include <set>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/extraction/entity_classifier.hpp>
#include <lede/extraction/mention.hpp>
#include <lede/language/surface.hpp>

namespace lede {

namespace {

/// An apposition or a compound longer than this is another clause.
constexpr std::uint32_t longest_phrase = 8;
/// Classes of which an article speaks at least so often make its topic.
constexpr int topic_least = 2;

const std::string border = "<>";

bool is_small_word(std::string_view form) {
    std::size_t at = 0;
    return !form.empty() && is_lower(next_code_point(form, at));
}

bool is_determiner(const std::string& word) {
    return word == "a" || word == "an" || word == "the" || word == "his" || word == "her" || word == "its" || word == "their";
}

std::string_view tail(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    std::size_t at = text.size() - bytes;
    while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
    return text.substr(at);
}

}  // namespace

/// Collects features with the kind of fact that each states.
struct EntityFeatures::Sink {
    std::vector<std::uint64_t> features;
    std::uint64_t label = 0;  ///< the recogniser's, for features that depend on it

    void add(std::uint64_t kind, std::string_view value) { features.push_back(hash_of(value, 0x900 + kind)); }
    void add(std::uint64_t kind, std::uint64_t value) { features.push_back(combine(0x900 + kind, value)); }
    void add_labelled(std::uint64_t kind, std::string_view value) {
        add(kind, value);
        features.push_back(combine(features.back(), label));
    }
};

EntityFeatures::EntityFeatures(const NamedText& text, const NameLexicon& lexicon, const ClassNouns& nouns, const std::vector<NameGroup>& groups)
    : text_(text), document_(text.document), gazetteer_(lexicon.gazetteer), vectors_(lexicon.vectors), nouns_(nouns), groups_(groups) {
    for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) lower_.push_back(to_lower(document_.form(i)));
    for (std::uint32_t i = 0; i < document_.tokens.size(); ++i)
        if (is_small_word(document_.form(i)))
            for (const std::string& iri : nouns_.find(document_, i)) ++topic_[iri];
}

const std::string& EntityFeatures::lower(std::int64_t token, const Name& name) const {
    const Sentence& sentence = document_.sentences[document_.tokens[name.first].sentence];
    const bool inside = token >= std::int64_t{sentence.first} && token < std::int64_t{sentence.last};
    return inside ? lower_[static_cast<std::size_t>(token)] : border;
}

std::vector<std::uint64_t> EntityFeatures::list(const EntityCluster& cluster) const {
    Sink out;
    std::map<std::string, int> labels;
    for (const std::size_t group : cluster)
        for (const auto& [label, count] : groups_[group].labels) labels[label] += count;
    const auto commonest = std::max_element(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    out.label = hash_of(commonest->first);
    out.add(0, std::uint64_t{1});
    out.add(1, out.label);
    if (labels.size() == 1) out.add(2, out.label);
    for (const auto& [label, count] : labels) out.add(3, label);
    for (const std::size_t group : cluster) {
        add_name(groups_[group], out);
        for (const std::uint32_t name : groups_[group].mentions) {
            add_context(name, out);
            add_tree(name, out);
            add_neighbours(name, out);
        }
    }
    out.add(4, combine(out.label, std::min<std::size_t>(cluster.size(), 3)));
    add_aliases(cluster, out);
    for (const auto& [iri, count] : named_classes(cluster)) out.add_labelled(5, iri);
    add_topic(out);
    make_feature_set(out.features);
    return std::move(out.features);
}

void EntityFeatures::add_cluster(std::uint64_t kind, const std::string& word, Sink& out) const {
    const auto found = vectors_.find(lower_key(word));
    if (!found || vectors_.cluster_counts().empty()) return;
    const std::uint64_t cluster = vectors_.cluster(*found, vectors_.cluster_counts().size() - 1);
    out.add(kind, cluster);
    out.add(kind, combine(cluster, out.label));
}

void EntityFeatures::add_name(const NameGroup& group, Sink& out) const {
    const std::string& form = group.form();
    for (const std::string& word : group.words) {
        out.add(10, word);
        out.add(11, tail(word, 3));
    }
    out.add_labelled(12, group.words.back());
    out.add_labelled(13, tail(group.words.back(), 4));
    out.add(14, group.words.front());
    add_cluster(21, group.words.back(), out);
    add_cluster(22, group.words.front(), out);
    out.add(15, combine(out.label, std::min<std::size_t>(group.words.size(), 5)));
    out.add(16, group.key);
    const bool digits = std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
    out.add(17, combine(out.label, (digits ? 1 : 0) + (form == to_upper(form) ? 2 : 0) + (form.find('&') != std::string::npos ? 4 : 0)));
    if (gazetteer_.is_given_name(form.substr(0, form.find(' ')))) out.add_labelled(18, "given");
    for (const GazetteerEntry* entry : gazetteer_.find(form)) out.add_labelled(19, entry->class_curie);
    if (gazetteer_.find(form).empty()) out.add(20, out.label);
}

void EntityFeatures::add_context(std::uint32_t index, Sink& out) const {
    const Name& name = text_.names[index];
    const std::int64_t first = name.first, last = name.last;
    const std::string &p1 = lower(first - 1, name), &p2 = lower(first - 2, name), &p3 = lower(first - 3, name);
    const std::string &n1 = lower(last, name), &n2 = lower(last + 1, name), &n3 = lower(last + 2, name);
    out.add_labelled(30, p1);
    out.add_labelled(31, n1);
    out.add_labelled(32, p2 + " " + p1);
    out.add_labelled(33, n1 + " " + n2);
    out.add(34, p3 + " " + p2 + " " + p1);
    out.add(35, n1 + " " + n2 + " " + n3);
    out.add(36, p1 + "_" + n1);
    add_cluster(44, p1, out);
    add_cluster(45, n1, out);
    for (const std::string* word : {&p1, &p2, &p3}) out.add(37, *word);
    for (const std::string* word : {&n1, &n2, &n3}) out.add(38, *word);
    for (const std::uint32_t token : words_before(name)) {
        out.add_labelled(39, lower_[token]);
        add_cluster(46, lower_[token], out);
    }
    for (const std::uint32_t token : words_in_apposition(name)) {
        out.add_labelled(40, lower_[token]);
        add_cluster(46, lower_[token], out);
    }
    if (n1 == "(" && n2.size() == 4 && n2[0] >= '1' && n2[0] <= '2') out.add_labelled(41, "year");
}

/// The grammar of a mention: what it depends on, and how. More of the tree did not help on held-out articles.
void EntityFeatures::add_tree(std::uint32_t index, Sink& out) const {
    const Name& name = text_.names[index];
    const Token& token = document_.tokens[head_of(document_, name.first, name.last)];
    if (token.deprel.empty() || token.head < 0) return;
    out.add(42, token.deprel);
    out.add(43, token.deprel + " " + document_.tokens[static_cast<std::size_t>(token.head)].lemma);
}

/// The names before and behind in the sentence, with the words in between: "Anna plays Bo", "Naples, Italy".
void EntityFeatures::add_neighbours(std::uint32_t index, Sink& out) const {
    const Name& name = text_.names[index];
    const auto between = [&](std::uint32_t first, std::uint32_t last) {
        std::string words;
        for (std::uint32_t i = first; i < last && i < first + 4; ++i) words += lower_[i] + " ";
        return words;
    };
    const auto same_sentence = [&](const Name& other) { return document_.tokens[other.first].sentence == document_.tokens[name.first].sentence; };
    if (index > 0 && same_sentence(text_.names[index - 1])) {
        const Name& before = text_.names[index - 1];
        out.add(50, before.label);
        out.add(51, before.label + " " + between(before.last, name.first));
    }
    if (index + 1 < text_.names.size() && same_sentence(text_.names[index + 1])) {
        const Name& behind = text_.names[index + 1];
        out.add(52, behind.label);
        out.add(53, behind.label + " " + between(name.last, behind.first));
        for (const GazetteerEntry* entry : gazetteer_.find(text_.form(behind)))
            out.add(54, entry->class_curie + " " + between(name.last, behind.first));
    }
}

/// News speaks of people by their last names, of characters by their first.
void EntityFeatures::add_aliases(const EntityCluster& cluster, Sink& out) const {
    const auto longest = std::max_element(cluster.begin(), cluster.end(), [&](std::size_t a, std::size_t b) { return groups_[a].words.size() < groups_[b].words.size(); });
    const std::vector<std::string>& words = groups_[*longest].words;
    for (const std::size_t group : cluster) {
        if (group == *longest || groups_[group].words.size() != 1) continue;
        if (groups_[group].key == words.front()) out.add_labelled(6, "first");
        if (groups_[group].key == words.back()) out.add_labelled(6, "last");
    }
    if (cluster.size() == 1) out.add_labelled(6, words.size() == 1 ? "one word" : "alone");
}

void EntityFeatures::add_topic(Sink& out) const {
    for (const auto& [iri, count] : topic_)
        if (count >= topic_least) out.features.push_back(combine(hash_of(iri, 0x960 + (count > 5 ? 1 : 0)), out.label));
}

std::vector<std::uint32_t> EntityFeatures::words_before(const Name& name) const {
    std::vector<std::uint32_t> words;
    const std::uint32_t start = document_.sentences[document_.tokens[name.first].sentence].first;
    std::uint32_t at = name.first;
    // A title in quotation marks belongs to the words before the mark.
    if (at > start && !is_small_word(document_.form(at - 1)) && document_.form(at - 1).size() <= 3 && document_.form(at - 1) != "," && document_.form(at - 1) != ".") --at;
    while (at > start && words.size() < longest_phrase && is_small_word(document_.form(at - 1)) && !is_determiner(lower_[at - 1])) words.push_back(--at);
    return words;
}

std::vector<std::uint32_t> EntityFeatures::words_in_apposition(const Name& name) const {
    std::vector<std::uint32_t> words;
    const std::uint32_t stop = document_.sentences[document_.tokens[name.first].sentence].last;
    std::uint32_t at = name.last;
    while (at < stop && at < name.last + 2 && (lower_[at] == "," || lower_[at] == "”" || lower_[at] == "\"" || lower_[at] == "(" || lower_[at] == "’")) ++at;
    const bool copula = at == name.last && at < stop && (lower_[at] == "is" || lower_[at] == "was");
    if (copula) ++at;
    if (at == name.last || at >= stop || (!is_determiner(lower_[at]) && copula)) return words;
    for (; at < stop && words.size() < longest_phrase; ++at) {
        if (lower_[at] == "," || lower_[at] == "." || lower_[at] == ")" || lower_[at] == "of" || lower_[at] == "that" || lower_[at] == "who") break;
        if (is_small_word(document_.form(at))) words.push_back(at);
    }
    return words;
}

std::map<std::string, int> EntityFeatures::named_classes(const EntityCluster& cluster) const {
    std::map<std::string, int> classes;
    for (const std::size_t group : cluster) {
        for (const std::uint32_t index : groups_[group].mentions) {
            const Name& name = text_.names[index];
            const auto before = words_before(name);
            std::set<std::string> found;
            if (!before.empty())
                for (const std::string& iri : nouns_.find(document_, before.front())) found.insert(iri);
            for (const std::uint32_t token : words_in_apposition(name))
                for (const std::string& iri : nouns_.find(document_, token)) found.insert(iri);
            for (const std::string& iri : found) ++classes[iri];
        }
    }
    return classes;
}

}  // namespace lede
