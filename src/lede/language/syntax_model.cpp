#include <algorithm>
#include <limits>

#include <lede/base/error.hpp>
#include <lede/language/spanning_tree.hpp>
#include <lede/language/syntax_model.hpp>
#include <lede/neural/softmax.hpp>

namespace lede {

namespace {

std::uint16_t find_label(const std::vector<std::string>& labels, std::string_view name, std::uint16_t fallback) {
    const auto found = std::ranges::find(labels, name);
    return found == labels.end() ? fallback : static_cast<std::uint16_t>(found - labels.begin());
}

/// The columns of a batch in the order of its sentences.
void append_columns(const Batch& batch, const Matrix& source, Matrix& target) {
    target.values.resize(target.values.size() + source.size());
    for (std::size_t s = 0; s < batch.sentence_count(); ++s)
        for (std::uint32_t i = 0; i < batch.length(s); ++i)
            std::ranges::copy(source.column(batch.column(s, i)), target.col(target.cols++));
}

void check(bool good) {
    if (!good) throw Error("the model has no or a damaged network; get or train the model again");
}

}  // namespace

/// A part of a sentence that is read at once; the whole of all but very long ones.
struct SyntaxModel::Piece {
    std::size_t sentence;
    std::uint32_t first;
    std::span<const Surface> words;
};

SyntaxModel::SyntaxModel(const ModelFile& model)
    : SyntaxModel(parse_tags(model.lines("syntax.tags")), model.lines("syntax.features"), model.lines("syntax.labels"),
                  parse_syntax_weights(parse_syntax_shape(model.lines("syntax.shape")), model.section("syntax.weights")),
                  WordVectors(model), HashDictionary(model.section("syntax.words"))) {
    const SyntaxShape shape = parse_syntax_shape(model.lines("syntax.shape"));
    check(shape.tags == tags_.size() && shape.features == features_.size() && shape.labels == labels_.size() &&
          shape.layers > 0 && shape.word_rows > 0 && shape.affix_rows > 0);
    // A network that learnt without vectors reads without them, whatever the file has besides.
    if (shape.vector_size == 0) vectors_ = WordVectors();
    check(shape.vector_size == vectors_.dimension());
}

SyntaxModel::SyntaxModel(std::vector<Tag> tags, std::vector<std::string> features, std::vector<std::string> labels,
                         SyntaxWeights weights, const WordVectors& vectors, const HashDictionary& words)
    : tags_(std::move(tags)),
      features_(std::move(features)),
      labels_(std::move(labels)),
      vectors_(vectors),
      words_(words),
      affix_rows_(static_cast<std::uint32_t>(weights.tables.back().value.cols)),
      weights_(std::move(weights)) {
    root_label_ = find_label(labels_, "root", std::numeric_limits<std::uint16_t>::max());
    if (root_label_ >= labels_.size())
        throw Error("the trees have no relation \"root\"; a treebank of Universal Dependencies is needed");
    loose_label_ = find_label(labels_, "parataxis", find_label(labels_, "dep", root_label_));
}

void SyntaxModel::read(std::span<const std::vector<Surface>> sentences, std::vector<SyntaxResult>& results,
                       Matrix* encoded) const {
    results.assign(sentences.size(), {});
    if (encoded != nullptr) encoded->reset(2 * weights_.layers.back()[0].h(), 0);
    static thread_local SyntaxTrace trace;  // some megabytes, kept between documents
    std::vector<Piece> pieces;
    std::size_t words = 0;
    for (std::size_t s = 0; s < sentences.size(); ++s)
        for (std::uint32_t first = 0; first < sentences[s].size(); first += most_words) {
            const std::span<const Surface> rest = std::span(sentences[s]).subspan(first);
            pieces.push_back({s, first, rest.first(std::min<std::size_t>(rest.size(), most_words))});
            words += pieces.back().words.size();
            if (words < batch_words) continue;
            read_pieces(pieces, trace, results, encoded);
            pieces.clear();
            words = 0;
        }
    if (!pieces.empty()) read_pieces(pieces, trace, results, encoded);
}

void SyntaxModel::read_pieces(std::span<const Piece> pieces, SyntaxTrace& trace,
                              std::vector<SyntaxResult>& results, Matrix* encoded) const {
    std::vector<std::uint32_t> lengths;
    for (const Piece& piece : pieces) lengths.push_back(static_cast<std::uint32_t>(piece.words.size()));
    const Batch batch(lengths);
    const SentenceColumns columns(batch);
    encode(pieces, batch, columns, trace);
    if (encoded != nullptr) append_columns(batch, trace.outputs.back(), *encoded);
    std::vector<std::uint32_t> heads(columns.count());
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        SyntaxResult& result = results[pieces[p].sentence];
        for (std::uint32_t i = 0; i < batch.length(p); ++i) {
            const std::uint32_t column = batch.column(p, i);
            result.tags.push_back(static_cast<std::uint16_t>(best_of(trace.tags.column(column))));
            result.features.push_back(static_cast<std::uint16_t>(best_of(trace.features.column(column))));
        }
        choose_heads(pieces[p], trace, std::span(heads).subspan(columns.begin(p), batch.length(p) + 1), columns.begin(p), result);
    }
    syntax::score_labels(weights_, heads, trace);
    for (std::size_t p = 0; p < pieces.size(); ++p)
        choose_labels(pieces[p], heads, columns.begin(p), trace, results[pieces[p].sentence]);
}

void SyntaxModel::encode(std::span<const Piece> pieces, const Batch& batch, const SentenceColumns& columns,
                         SyntaxTrace& trace) const {
    const std::size_t word_rows = weights_.tables.front().value.cols;
    const auto input_of = [&](const Surface& word) {
        SyntaxInput input = to_syntax_input(word, vectors_, words_, affix_rows_);
        if (input.rows[0] >= word_rows) input.rows[0] = 0;  // only a damaged dictionary has such a row
        return input;
    };
    std::vector<SyntaxInput> words;
    for (const Piece& piece : pieces)
        for (const Surface& word : piece.words) words.push_back(input_of(word));
    trace.lstm.resize(weights_.layers.size());
    trace.outputs.resize(weights_.layers.size());
    syntax::embed(weights_, vectors_, batch, words, trace.input);
    for (std::size_t i = 0; i < weights_.layers.size(); ++i)
        syntax::encode_layer(weights_.layers[i], batch, i == 0 ? trace.input : trace.outputs[i - 1], trace.lstm[i],
                             trace.outputs[i]);
    weights_.tags.forward(trace.outputs.back(), trace.tags);
    weights_.features.forward(trace.outputs.back(), trace.features);
    syntax::gather(weights_, batch, columns, trace.outputs.back(), trace.encoded);
    syntax::read_roles(weights_, trace);
    syntax::ask_for_heads(weights_, trace);
}

void SyntaxModel::choose_heads(const Piece& piece, SyntaxTrace& trace, std::span<std::uint32_t> head_columns,
                               std::uint32_t begin, SyntaxResult& result) const {
    std::vector<std::uint16_t> tree;
    Matrix scores;
    syntax::score_arcs(weights_, trace, begin, begin + static_cast<std::uint32_t>(head_columns.size()), scores);
    find_spanning_tree(scores, tree);
    // The later pieces of a long sentence hang on the root of the first.
    const auto first_root =
        static_cast<std::uint32_t>(std::ranges::find(result.heads, 0U) - result.heads.begin() + 1);
    head_columns[0] = begin;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        head_columns[i + 1] = begin + tree[i];
        if (tree[i] == 0)
            result.heads.push_back(piece.first > 0 ? first_root : 0);
        else
            result.heads.push_back(piece.first + tree[i]);
    }
}

void SyntaxModel::choose_labels(const Piece& piece, std::span<const std::uint32_t> head_columns, std::uint32_t begin,
                                SyntaxTrace& trace, SyntaxResult& result) const {
    for (std::uint32_t column = begin + 1; column <= begin + piece.words.size(); ++column) {
        trace.labels.at(root_label_, column) = -std::numeric_limits<float>::infinity();
        if (head_columns[column] == begin)
            result.labels.push_back(piece.first > 0 ? loose_label_ : root_label_);
        else
            result.labels.push_back(static_cast<std::uint16_t>(best_of(trace.labels.column(column))));
    }
}

SyntaxReading annotate_syntax(const SyntaxModel& model, std::span<const Sentence> sentences, Document& document) {
    SyntaxReading reading;
    for (const Sentence& sentence : sentences) {
        std::vector<Surface>& words = reading.words.emplace_back();
        words.reserve(sentence.last - sentence.first);
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) words.push_back(look_at(document.form(i)));
    }
    model.read(reading.words, reading.results, &reading.encoded);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const SyntaxResult& result = reading.results[s];
        const std::uint32_t first = sentences[s].first;
        for (std::uint32_t i = 0; i < result.tags.size(); ++i) {
            Token& token = document.tokens[first + i];
            const Tag& tag = model.tags()[result.tags[i]];
            token.upos = tag.upos;
            token.xpos = tag.xpos;
            token.feats = model.features()[result.features[i]];
            token.head = result.heads[i] == 0 ? -1 : static_cast<std::int32_t>(first + result.heads[i] - 1);
            token.deprel = model.labels()[result.labels[i]];
        }
    }
    return reading;
}

}  // namespace lede
