#include <lede/extraction/antecedent_ranker.hpp>

#include <lede/base/error.hpp>
#include <lede/extraction/coreference.hpp>

namespace lede {
namespace {

/// One walk through a text.
class Walk {
  public:
    Walk(const Document& document, const ReferenceLexicon& lexicon, const std::vector<Entity>& entities, std::span<const QuotedSpan> quotations,
         const std::vector<Mention>& mentions, const AntecedentChooser& choose)
        : document_(document), lexicon_(lexicon), discourse_(document, lexicon, entities, mentions, quotations), choose_(choose) {}

    std::vector<Mention> run(const std::vector<Mention>& mentions) {
        for (const Mention& mention : mentions) {
            result_.push_back(mention);
            if (mention.kind == MentionKind::pronoun) resolve_pronoun();
            else if (mention.kind == MentionKind::description) resolve_description(mention);
            else discourse_.note(mention);
        }
        resolve_speakers();
        std::erase_if(result_, [](const Mention& mention) { return mention.entity == Mention::no_entity && !mention.is_literal(); });
        return std::move(result_);
    }

  private:
    const Document& document_;
    const ReferenceLexicon& lexicon_;
    Discourse discourse_;
    const AntecedentChooser& choose_;
    AntecedentChoices choices_;
    std::vector<Mention> result_;

    void resolve_pronoun() {
        const Mention pronoun = result_.back();
        const Reference reference = look_at(document_, lexicon_, pronoun);
        if (reference.pronoun && reference.pronoun->number != Pronoun::Number::speaker) return resolve(reference);
        result_.back().entity = find_relative_antecedent(document_, result_, result_.size() - 1);
        discourse_.note(result_.back());
    }

    /// What stands beside a name means what the name means.
    void resolve_description(const Mention& mention) {
        const std::uint32_t beside = discourse_.entity_beside(mention.first);
        if (beside != Mention::no_entity) set_entity(beside);
        else resolve(look_at(document_, lexicon_, mention));
    }

    void resolve(const Reference& reference) {
        find_choices(discourse_, reference, choices_);
        const std::size_t choice = choose_(reference, choices_);
        if (choice == 0) return;
        const Antecedent& antecedent = choices_.antecedents[choice - 1];
        if (antecedent.group < 0) return set_entity(antecedent.entity);
        // A copy, as taking note of a mention may move the groups.
        const std::vector<std::uint32_t> members = discourse_.groups()[static_cast<std::size_t>(antecedent.group)].entities;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i > 0) result_.push_back(result_.back());
            set_entity(members[i]);
        }
    }

    void set_entity(std::uint32_t entity) {
        result_.back().entity = entity;
        discourse_.note(result_.back());
    }

    /// Who says "I" is often named behind the quotation.
    void resolve_speakers() {
        for (Mention& mention : result_) {
            if (mention.kind != MentionKind::pronoun || mention.entity != Mention::no_entity) continue;
            const Pronoun* pronoun = lexicon_.pronouns().find(document_.form(mention.first));
            const std::int32_t speaker = discourse_.speaker_token(mention.first);
            if (pronoun && pronoun->number == Pronoun::Number::speaker && speaker >= 0)
                mention.entity = discourse_.entity_at(static_cast<std::uint32_t>(speaker));
        }
    }
};

}  // namespace

std::vector<Mention> resolve_references(const Document& document, const ReferenceLexicon& lexicon, const std::vector<Entity>& entities,
                                        std::span<const QuotedSpan> quotations, const std::vector<Mention>& mentions, const AntecedentChooser& choose) {
    return Walk(document, lexicon, entities, quotations, mentions, choose).run(mentions);
}

AntecedentRanker::AntecedentRanker(std::string_view section) {
    if (section.empty()) return;
    weights_ = LinearModel(section);
    if (weights_.label_count() != 1) throw Error("the fact model has damaged references; get or train the model again");
}

std::size_t AntecedentRanker::choose(const Reference& reference, const AntecedentChoices& choices) const {
    // A pronoun means something.
    const std::size_t first = reference.pronoun && !choices.antecedents.empty() ? 1 : 0;
    std::size_t best = first;
    std::int32_t best_score = 0;
    for (std::size_t choice = first; choice < choices.ends.size(); ++choice) {
        std::int32_t score = 0;
        weights_.score(choices.features_of(choice), {&score, 1});
        if (choice == first || score > best_score) best = choice, best_score = score;
    }
    return best;
}

}  // namespace lede
