#include <algorithm>
#include <tuple>

#include <lede/extraction/implicit_mentions.hpp>
#include <lede/extraction/mention_builder.hpp>
#include <lede/extraction/mention_finder.hpp>
#include <lede/model/amount_of_money.hpp>

namespace lede {
namespace {

void take(std::vector<bool>& taken, const Mention& mention) {
    std::fill(taken.begin() + mention.first, taken.begin() + mention.last, true);
}

bool is_taken(const std::vector<bool>& taken, std::uint32_t first, std::uint32_t last) {
    return std::find(taken.begin() + first, taken.begin() + last, true) != taken.begin() + last;
}

void sort_mentions(std::vector<Mention>& mentions) {
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return std::tie(a.first, a.last) < std::tie(b.first, b.last);
    });
}

}  // namespace

MentionBuilder::MentionBuilder(const Ontology& ontology, const std::filesystem::path& data_folder, WordVectors vectors)
    : nouns_(ontology), lexicon_(ontology, nouns_, data_folder, vectors), quotations_(data_folder / "lists"), coreference_(ontology, nouns_, lexicon_.pronouns()),
      dates_(data_folder / "lists"), numbers_(data_folder / "lists"), things_(data_folder / "lists"), ontology_(&ontology) {}

References MentionBuilder::find_references(const Document& document, const DocumentEntities& entities) const {
    References result;
    result.taken.resize(document.tokens.size(), false);
    for (const NameMention& name : entities.mentions) {
        Mention mention = make_mention(document, MentionKind::name, name.first, name.last);
        mention.entity = name.entity;
        take(result.taken, mention);
        result.mentions.push_back(std::move(mention));
    }
    for (const auto& found : {find_pronouns(document), find_descriptions(document, result.taken)})
        result.mentions.insert(result.mentions.end(), found.begin(), found.end());
    sort_mentions(result.mentions);
    result.quotations = quotations_.find(document);
    return result;
}

std::vector<Mention> MentionBuilder::build(const Document& document, const DocumentEntities& entities) const {
    References references = find_references(document, entities);
    std::vector<bool>& taken = references.taken;
    std::vector<Mention>& mentions = references.mentions;
    if (ranker_.empty()) {
        coreference_.resolve(document, entities.entities, mentions);
        std::erase_if(mentions, [](const Mention& mention) { return mention.entity == Mention::no_entity; });
    } else {
        mentions = resolve_references(document, lexicon_, entities.entities, references.quotations, mentions,
                                      [this](const Reference& reference, const AntecedentChoices& choices) { return ranker_.choose(reference, choices); });
    }

    std::vector<Mention> implicit = find_implicit_mentions(document, entities.entities, mentions, *ontology_);
    add_values(document, taken, mentions);
    mentions.insert(mentions.end(), implicit.begin(), implicit.end());
    sort_mentions(mentions);
    return mentions;
}

void MentionBuilder::add_values(const Document& document, std::vector<bool>& taken, std::vector<Mention>& mentions) const {
    const std::vector<DateMention> dates = dates_.find(document);
    for (const DateMention& date : dates) {
        if (date.vague || is_taken(taken, date.first, date.last)) continue;
        Mention mention = make_mention(document, MentionKind::date, date.first, date.last);
        mention.value = to_literal(date.value);
        take(taken, mention);
        mentions.push_back(std::move(mention));
    }
    for (const NumberMention& number : numbers_.find(document, dates)) {
        if (!number.currency.empty() && number.amount <= greatest_amount &&
            !is_taken(taken, number.amount_first, number.amount_last)) {
            Mention mention = make_mention(document, MentionKind::number, number.amount_first, number.amount_last);
            mention.value = to_amount(number.currency, number.amount);
            mention.unit = number.unit_token;
            take(taken, mention);
            mentions.push_back(std::move(mention));
            continue;
        }
        if (!number.is_whole() || is_taken(taken, number.first, number.last)) continue;
        Mention mention = make_mention(document, MentionKind::number, number.first, number.last);
        mention.value = to_literal(static_cast<long long>(number.value));
        mention.unit = number.unit_token == NumberMention::no_token ? 0 : number.unit_token;
        take(taken, mention);
        mentions.push_back(std::move(mention));
    }
    const std::vector<Mention> phrases = find_phrases(document, taken);
    mentions.insert(mentions.end(), phrases.begin(), phrases.end());
}

}  // namespace lede
