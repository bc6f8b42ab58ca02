#include <lede/extraction/reading.hpp>

#include <algorithm>
#include <map>
#include <string_view>

#include <lede/base/hash.hpp>

namespace lede {
namespace {

/// Punctuation that ends a row.
constexpr std::string_view ends_row = ".:!?–—-";

/// All of the row that a mention stands in.
ItemRange row_of(const Reading& reading, const Mention& mention) {
    const Item& first = reading.items[reading.item_of[mention.first]];
    const Item& last = reading.items[reading.item_of[mention.last - 1]];
    return {std::min(reading.item_of[mention.first], first.row_first), std::max(reading.item_of[mention.last - 1], last.row_last)};
}

/// "A, B and C, who won X": the clause is about C alone, and the token lies in it.
bool in_relative_clause_of_last(const Reading& reading, ItemRange row, std::uint32_t token) {
    const Document& document = reading.document;
    std::uint32_t next = reading.items[row.last].last;
    const std::uint32_t stop = document.sentences[document.tokens[next - 1].sentence].last;
    if (next < stop && document.tokens[next].upos == Upos::punct) ++next;
    return next < stop && token >= next && document.tokens[next].xpos.starts_with("W");
}

std::uint64_t literal_class(const Mention& mention) { return 0xA0 + static_cast<std::uint64_t>(mention.kind); }

}  // namespace

Reading::Reading(const Document& the_document, const std::vector<Entity>& the_entities, std::vector<Mention> the_mentions,
                 const Ontology& ontology)
    : document(the_document), entities(the_entities), mentions(std::move(the_mentions)), graph(the_document) {
    for (const Entity& entity : entities) {
        class_hash.push_back(hash_of(entity.class_iri));
        const auto above = ontology.ancestors(entity.class_iri);
        root_hash.push_back(hash_of(above.empty() ? entity.class_iri : above.back()));
    }
    mention_counts.resize(entities.size());
    for (const Mention& mention : mentions)
        if (mention.kind == MentionKind::name) ++mention_counts[mention.entity];
    make_items();
}

std::uint64_t Reading::class_of(const Mention& mention) const {
    return mention.entity == Mention::no_entity ? literal_class(mention) : class_hash[mention.entity];
}

std::uint64_t Reading::root_of(const Mention& mention) const {
    return mention.entity == Mention::no_entity ? literal_class(mention) : root_hash[mention.entity];
}

void Reading::make_items() {
    std::vector<const Mention*> at(document.tokens.size(), nullptr);
    for (const Mention& mention : mentions) {
        const bool one_item = mention.kind == MentionKind::name || mention.kind == MentionKind::date || mention.kind == MentionKind::number;
        if (one_item && mention.first < mention.last && (!at[mention.first] || at[mention.first]->last < mention.last))
            at[mention.first] = &mention;
    }
    item_of.resize(document.tokens.size());
    for (const Sentence& sentence : document.sentences) {
        sentence_items.push_back(static_cast<std::uint32_t>(items.size()));
        for (std::uint32_t i = sentence.first; i < sentence.last;) {
            Item item;
            item.word = at[i] ? root_of(*at[i]) : graph.lemma(i);
            item.first = i;
            item.last = at[i] ? std::min(at[i]->last, sentence.last) : i + 1;
            item.mention = at[i] != nullptr;
            item.head = at[i] ? at[i]->head : i;
            for (std::uint32_t k = item.first; k < item.last; ++k) item_of[k] = static_cast<std::uint32_t>(items.size());
            items.push_back(item);
            i = item.last;
        }
        make_rows(sentence_items.back(), static_cast<std::uint32_t>(items.size()));
    }
    sentence_items.push_back(static_cast<std::uint32_t>(items.size()));
}

/// Mentions of one kind with nothing between them but commas, conjunctions, brackets, quotation marks and other mentions are a row.
void Reading::make_rows(std::uint32_t first, std::uint32_t last) {
    const auto close = [&](std::vector<std::uint32_t>& row, bool joined) {
        for (const std::uint32_t item : row) {
            items[item].row_first = row.front();
            items[item].row_last = row.back();
            items[item].row_joined = joined;
        }
        row.clear();
    };
    std::map<std::uint64_t, std::pair<std::vector<std::uint32_t>, bool>> open;  // by the word of the mentions: their items, joined
    bool conjunction = false, divided = true;
    const auto close_all = [&] {
        for (auto& [word, row] : open) close(row.first, row.second);
        open.clear();
    };
    for (std::uint32_t i = first; i < last; ++i) {
        items[i].row_first = items[i].row_last = i;
        const Token& token = document.tokens[items[i].first];
        if (items[i].mention) {
            auto& [row, joined] = open[items[i].word];
            if (!row.empty() && !divided) close(row, joined), joined = false;
            joined |= conjunction && !row.empty();
            row.push_back(i);
            conjunction = divided = false;
        } else if (token.upos == Upos::cconj) {
            conjunction = divided = true;
        } else if (token.upos == Upos::punct && ends_row.find(document.form(token)) == std::string_view::npos) {
            divided = true;
        } else {
            close_all();
            conjunction = false;
        }
    }
    close_all();
}

ItemRange find_place(const Reading& reading, const Mention& mention, const Mention& other) {
    const ItemRange own{reading.item_of[mention.first], reading.item_of[mention.last - 1]};
    if (!reading.items[own.first].row_joined) return own;
    const ItemRange row = row_of(reading, mention);
    if (in_relative_clause_of_last(reading, row, other.first)) return own;
    if (other.kind == MentionKind::implicit) return row;
    // "A (X), B (Y) and C (Z)": two rows that interlock tie each to its own.
    const ItemRange others = row_of(reading, other);
    return others.first <= row.last && row.first <= others.last ? own : row;
}

}  // namespace lede
