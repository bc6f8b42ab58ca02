#pragma once

#include <cstdint>
#include <vector>

#include <lede/extraction/mention.hpp>
#include <lede/extraction/sentence_graph.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// A sentence as a row of items, for patterns on the surface: each name, date and number is one item, and every other token one.
struct Item {
    std::uint64_t word = 0;  ///< hash of the lemma, or of the kind of mention that stands here
    std::uint32_t first = 0;  ///< tokens [first, last)
    std::uint32_t last = 0;
    bool mention = false;
    std::uint32_t head = 0;   ///< the token that ties the item to the sentence
    /// First and last item of the row of like things that the item stands in ("A, B (C) and D"); itself if it stands alone.
    std::uint32_t row_first = 0;
    std::uint32_t row_last = 0;
    bool row_joined = false;  ///< whether the row has an "and" or the like, and not only commas
};

/// Everything that the features of candidate facts look at: a document with its trees, mentions and entities, ready to be asked.
/// The document, the entities and the ontology must outlive it.
struct Reading {
    Reading(const Document& document, const std::vector<Entity>& entities, std::vector<Mention> mentions, const Ontology& ontology);

    const Document& document;
    const std::vector<Entity>& entities;
    std::vector<Mention> mentions;  ///< sorted by first token
    SentenceGraph graph;
    std::vector<Item> items;
    std::vector<std::uint32_t> item_of;             ///< token → index in items
    std::vector<std::uint32_t> sentence_items;      ///< first item of each sentence, and the end
    std::vector<std::uint64_t> class_hash;          ///< of each entity's class
    std::vector<std::uint64_t> root_hash;           ///< of the top of the class tree above it
    std::vector<std::uint32_t> mention_counts;      ///< name mentions of each entity

    /// Class of what a mention stands for; for literals, of their kind.
    std::uint64_t class_of(const Mention& mention) const;
    std::uint64_t root_of(const Mention& mention) const;

  private:
    void make_items();
    void make_rows(std::uint32_t first, std::uint32_t last);
};

/// Items [first, last], both included.
struct ItemRange {
    std::uint32_t first = 0, last = 0;
};

/// The items that a mention stands for on the surface: all of its row, so that each of "A, B and C" is seen where the row is seen. The
/// mention's own items if it is in no such row, or if the rows of the two arguments interlock.
ItemRange find_place(const Reading& reading, const Mention& mention, const Mention& other);

}  // namespace lede
