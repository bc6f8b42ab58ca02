#include <algorithm>
#include <array>
#include <map>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/gaps.hpp>
#include <lede/language/token_features.hpp>
#include <lede/language/tokenizer.hpp>

namespace lede {

namespace {

/// The runs of text[range] without gaps.
template <class Visit>
void for_each_chunk(std::string_view text, Span range, Visit visit) {
    std::uint32_t begin = range.begin;
    for (std::size_t at = range.begin; at < range.end;) {
        const auto here = static_cast<std::uint32_t>(at);
        if (!is_gap(next_code_point(text, at))) continue;
        if (here > begin) visit(Span{begin, here});
        begin = static_cast<std::uint32_t>(at);
    }
    if (range.end > begin) visit(Span{begin, range.end});
}

/// Gold borders of an article: for each byte where a token begins.
std::vector<char> token_begins(const TreebankArticle& article) {
    std::vector<char> begins(article.article->text.size() + 1, 0);
    for (const Token& token : article.document.tokens) begins[token.span.begin] = 1;
    return begins;
}

/// Runs of letters that the treebank cuts: "can not", "gon na", "do nt", and clitics that begin inside ("n't").
class ContractionCounter {
  public:
    void count(const TreebankArticle& article) {
        const std::string& text = article.article->text;
        const std::vector<char> begins = token_begins(article);
        std::vector<Piece> pieces;
        for_each_chunk(text, {0, static_cast<std::uint32_t>(text.size())}, [&](Span chunk) {
            TokenRules().cut(text, chunk, pieces);
            for (std::size_t i = 0; i < pieces.size(); ++i)
                if (pieces[i].kind == PieceKind::word) count_piece(text, begins, pieces, i);
        });
        count_left_words(article);
    }

    std::vector<std::string> contractions() const {
        std::vector<std::string> result;
        for (const auto& [whole, ways] : ways_) {
            std::size_t all = 0;
            for (const auto& [parts, times] : ways) all += times;
            for (const auto& [parts, times] : ways) {
                const std::size_t blank = parts.find(' ');
                if (blank == std::string::npos || times < 3 || is_noun(parts.substr(0, blank))) continue;
                std::string line = parts;
                if (times * 5 < all * 4) std::replace(line.begin(), line.end(), ' ', '|');
                result.push_back(line);
            }
        }
        return result;
    }

    std::vector<std::string> clitics() const {
        std::vector<std::string> result;
        for (const auto& [clitic, times] : clitics_)
            if (times >= 10) result.push_back(clitic);
        return result;
    }

  private:
    void count_piece(const std::string& text, const std::vector<char>& begins, const std::vector<Piece>& pieces,
                     std::size_t i) {
        const Span span = pieces[i].span;
        std::string parts;
        std::uint32_t cut = 0;
        for (std::uint32_t at = span.begin; at < span.end; ++at) {
            if (at > span.begin && begins[at]) parts += ' ', cut = at;
            parts += text[at];
        }
        const bool apostrophe_follows = i + 2 < pieces.size() && pieces[i + 1].kind == PieceKind::apostrophe &&
                                        pieces[i + 2].kind == PieceKind::word;
        if (cut > 0 && apostrophe_follows)
            ++clitics_[plain_lower(std::string_view(text).substr(cut, pieces[i + 2].span.end - cut))];
        else if (!apostrophe_follows)
            ++ways_[to_lower(slice(text, span))][to_lower(parts)];
    }

    void count_left_words(const TreebankArticle& article) {
        for (std::size_t i = 1; i < article.document.tokens.size(); ++i) {
            const Token& left = article.document.tokens[i - 1];
            if (!joins_previous(article.document, i)) continue;
            const bool noun = left.upos == Upos::noun || left.upos == Upos::propn;
            nouns_[to_lower(article.document.form(left))] += noun ? 1 : -1;
        }
    }

    /// A noun with a possessive "s" and no apostrophe is a slip of the pen that must not be learnt from.
    bool is_noun(const std::string& word) const {
        const auto found = nouns_.find(word);
        return found != nouns_.end() && found->second > 0;
    }

    std::map<std::string, std::map<std::string, std::size_t>> ways_;
    std::map<std::string, std::size_t> clitics_;
    std::map<std::string, int> nouns_;  ///< how much oftener a noun than something else, before a clitic
};

void train_on_chunk(const std::vector<char>& gold, const std::vector<Piece>& pieces, TokenFeatures& features,
                    bool hide_abbreviations, AveragedPerceptron& model) {
    // Trained with the gold borders to the left: the model is right nearly always, so they are what it will see.
    std::vector<char> begins(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        begins[i] = gold[pieces[i].span.begin];
        if (i == 0 || pieces[i].before != Border::open) continue;
        const auto seen = features.extract(pieces, begins, i, hide_abbreviations);
        std::array<float, 2> scores{};
        model.score(seen, scores);
        const std::uint32_t right = begins[i] ? 1 : 0;
        if (scores[right] <= scores[1 - right] + 1) {
            model.update(seen, right, 1);
            model.update(seen, 1 - right, -1);
        }
        model.tick();
    }
}

std::vector<std::string> sorted(const std::unordered_set<std::string>& set) {
    std::vector<std::string> result(set.begin(), set.end());
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace

TokenLists read_token_lists(const ModelFile& model) {
    const auto set_of = [&](std::string_view name) {
        const auto lines = model.lines(name);
        return std::unordered_set<std::string>(lines.begin(), lines.end());
    };
    return {set_of("tokens.abbreviations"),     set_of("tokens.domains"),      model.lines("tokens.emoticons"),
            model.lines("tokens.contractions"), set_of("tokens.speech_verbs"), model.lines("tokens.clitics")};
}

Tokenizer::Tokenizer(const ModelFile& model) : rules_(read_token_lists(model)), joins_(model.section("tokens.joins")) {
    if (joins_.label_count() != 2) throw Error("the model has a damaged list of joints; get or train the model again");
}

void Tokenizer::tokenise(std::string_view text, Span range, std::vector<Span>& tokens) const {
    TokenFeatures features(text, rules_);
    std::vector<Piece> pieces;
    std::vector<char> begins;
    for_each_chunk(text, range, [&](Span chunk) {
        rules_.cut(text, chunk, pieces);
        begins.assign(pieces.size(), 0);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            begins[i] = pieces[i].before == Border::split;
            if (pieces[i].before == Border::open) {
                std::array<std::int32_t, 2> scores{};
                joins_.score(features.extract(pieces, begins, i), scores);
                begins[i] = scores[1] >= scores[0];
            }
            if (begins[i])
                tokens.push_back(pieces[i].span);
            else
                tokens.back().end = pieces[i].span.end;
        }
    });
}

void train_tokenizer(const std::vector<TreebankArticle>& articles, const TokenLists& given, ModelFileWriter& writer) {
    ContractionCounter counter;
    for (const TreebankArticle& article : articles) counter.count(article);
    TokenLists lists = given;
    lists.contractions = counter.contractions();
    lists.clitics = counter.clitics();
    const TokenRules rules(lists);

    AveragedPerceptron model(2);
    constexpr int rounds = 8;  // more rounds change nothing on the development data
    for (int round = 0; round < rounds; ++round)
        for (const TreebankArticle& article : articles) {
            const std::string& text = article.article->text;
            const std::vector<char> gold = token_begins(article);
            TokenFeatures features(text, rules);
            std::vector<Piece> pieces;
            for_each_chunk(text, {0, static_cast<std::uint32_t>(text.size())}, [&](Span chunk) {
                rules.cut(text, chunk, pieces);
                train_on_chunk(gold, pieces, features, round % 2 == 1, model);
            });
        }
    writer.add("tokens.joins", to_compact_section(model.averaged(), 2));
    writer.add_lines("tokens.contractions", lists.contractions);
    writer.add_lines("tokens.clitics", lists.clitics);
    writer.add_lines("tokens.abbreviations", sorted(lists.abbreviations));
    writer.add_lines("tokens.domains", sorted(lists.domains));
    writer.add_lines("tokens.emoticons", lists.emoticons);
    writer.add_lines("tokens.speech_verbs", sorted(lists.speech_verbs));
}

}  // namespace lede
