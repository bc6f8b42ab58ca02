#include <algorithm>
#include <charconv>
#include <map>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/lemma_features.hpp>
#include <lede/language/lemmatizer.hpp>

namespace lede {

namespace {

bool is_continuation(char c) {
    return (c & 0xC0) == 0x80;
}

std::string cased(LemmaScript::Case letters, std::string_view form) {
    switch (letters) {
        case LemmaScript::Case::lower:
            return to_lower(form);
        case LemmaScript::Case::capital:
            return capitalise(to_lower(form));
        default:
            return std::string(form);
    }
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
    std::size_t size = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin())
            .first -
        a.begin());
    while (size > 0 && ((size < a.size() && is_continuation(a[size])) || (size < b.size() && is_continuation(b[size]))))
        --size;
    return size;
}

}  // namespace

LemmaScript find_script(std::string_view form, std::string_view lemma) {
    LemmaScript best;
    bool found = false;
    for (const LemmaScript::Case letters :
         {LemmaScript::Case::lower, LemmaScript::Case::keep, LemmaScript::Case::capital}) {
        const std::string base = cased(letters, form);
        const std::size_t kept = common_prefix(base, lemma);
        const LemmaScript script{letters,
                                 static_cast<std::uint32_t>(count_code_points(std::string_view(base).substr(kept))),
                                 std::string(lemma.substr(kept))};
        if (!found || script.cut + script.put.size() < best.cut + best.put.size()) best = script;
        found = true;
    }
    return best;
}

std::string apply_script(const LemmaScript& script, std::string_view form) {
    std::string result = cased(script.letters, form);
    for (std::uint32_t i = 0; i < script.cut && !result.empty(); ++i) {
        while (result.size() > 1 && is_continuation(result.back())) result.pop_back();
        result.pop_back();
    }
    result += script.put;
    return result.empty() ? std::string(form) : result;
}

std::string to_string(const LemmaScript& script) {
    return std::string(1, static_cast<char>(script.letters)) + std::to_string(script.cut) + " " + script.put;
}

LemmaScript parse_script(std::string_view line) {
    LemmaScript script;
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos || blank < 2)
        throw Error("the model has a damaged list of lemma scripts; get or train the model again");
    script.letters = static_cast<LemmaScript::Case>(line[0]);
    std::from_chars(line.data() + 1, line.data() + blank, script.cut);
    script.put = line.substr(blank + 1);
    return script;
}

Lemmatizer::Lemmatizer(const ModelFile& model)
    : model_(model.section("lemmas.model")), dictionary_(model.section("lemmas.dictionary")) {
    for (const std::string& line : model.lines("lemmas.scripts")) scripts_.push_back(parse_script(line));
    if (model_.label_count() > scripts_.size() || model_.empty())
        throw Error("the model has no or damaged lemma scripts; get or train the model again");
}

std::string Lemmatizer::lemma(std::string_view form, const Surface& word, const Tag& tag,
                              std::uint16_t tag_number) const {
    auto script = dictionary_.find(lemma_key(word, tag, tag_number));
    if (!script || *script >= scripts_.size()) {
        std::vector<std::int32_t> scores(model_.label_count());
        model_.score(lemma_features(word, tag_number), scores);
        script = static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    }
    return apply_script(scripts_[*script], form);
}

void train_lemmatizer(const std::vector<LemmaExample>& examples, ModelFileWriter& writer) {
    // Scripts by falling frequency: the model learns those seen three times or more, the dictionary may use any.
    constexpr std::uint32_t learnable = 3;
    std::map<LemmaScript, std::uint32_t> counts;
    for (const LemmaExample& example : examples) ++counts[find_script(example.form, example.lemma)];
    std::vector<std::pair<std::uint32_t, LemmaScript>> scripts;
    for (const auto& [script, count] : counts) scripts.emplace_back(count, script);
    std::stable_sort(scripts.begin(), scripts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::map<LemmaScript, std::uint32_t> numbers;
    std::vector<std::string> lines;
    std::uint32_t learnt = 0;
    for (const auto& [count, script] : scripts) {
        learnt += count >= learnable;
        numbers[script] = static_cast<std::uint32_t>(lines.size());
        lines.push_back(to_string(script));
    }

    // One example a word and tag: the script it has most often.
    std::map<std::uint64_t, std::map<std::uint32_t, std::uint32_t>> uses;
    std::map<std::uint64_t, const LemmaExample*> first;
    for (const LemmaExample& example : examples) {
        const std::uint64_t key = lemma_key(example.word, example.tag, example.tag_number);
        ++uses[key][numbers[find_script(example.form, example.lemma)]];
        first.try_emplace(key, &example);
    }
    std::map<std::uint64_t, std::uint32_t> dictionary;
    for (const auto& [key, ways] : uses)
        dictionary[key] = std::max_element(ways.begin(), ways.end(), [](const auto& a, const auto& b) {
                              return a.second < b.second;
                          })->first;

    AveragedPerceptron model(learnt);
    std::vector<float> scores(learnt);
    constexpr int rounds = 8;
    for (int round = 0; round < rounds; ++round)
        for (const auto& [key, gold] : dictionary) {
            if (gold >= learnt) continue;
            const auto features = lemma_features(first[key]->word, first[key]->tag_number);
            model.score(features, scores);
            const auto best =
                static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
            if (best != gold) {
                model.update(features, gold, 1);
                model.update(features, best, -1);
            }
            model.tick();
        }
    writer.add_lines("lemmas.scripts", lines);
    writer.add("lemmas.dictionary", to_dictionary_section(dictionary));
    const SparseWeights weights = model.averaged();
    writer.add("lemmas.model", learnt <= 256 ? to_compact_section(weights, learnt) : to_section(weights, learnt));
}

}  // namespace lede
