#include <lede/extraction/implicit_mentions.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace lede {
namespace {

/// Farther back than this, only what the article is mainly about is still in the air.
constexpr std::uint32_t longest_silence = 4;

/// What the article has been about, class by class.
class Topics {
  public:
    Topics(const std::vector<Entity>& entities, const Ontology& ontology) : counts_(entities.size()), last_(entities.size()) {
        for (const Entity& entity : entities) {
            const auto above = ontology.ancestors(entity.class_iri);
            const std::string& root = above.empty() ? entity.class_iri : above.back();
            root_.push_back(roots_.try_emplace(root, roots_.size()).first->second);
        }
        recent_.resize(roots_.size(), Mention::no_entity);
        central_.resize(roots_.size(), Mention::no_entity);
    }

    void note(const Mention& mention) {
        const std::size_t root = root_[mention.entity];
        recent_[root] = mention.entity;
        last_[mention.entity] = mention.sentence;
        ++counts_[mention.entity];
        // A newcomer must be mentioned more often than what has been central so far.
        std::uint32_t& central = central_[root];
        if (central == Mention::no_entity || counts_[mention.entity] > counts_[central]) central = mention.entity;
    }

    void add_mentions(const Sentence& sentence, std::uint32_t number, const std::vector<bool>& mentioned, std::vector<Mention>& result) const {
        for (std::size_t root = 0; root < recent_.size(); ++root) {
            if (recent_[root] == Mention::no_entity) continue;
            if (!mentioned[recent_[root]] && number - last_[recent_[root]] <= longest_silence)
                result.push_back(make(sentence, number, recent_[root], recent_[root] == central_[root]));
            if (central_[root] != recent_[root] && !mentioned[central_[root]]) result.push_back(make(sentence, number, central_[root], true));
        }
    }

  private:
    Mention make(const Sentence& sentence, std::uint32_t number, std::uint32_t entity, bool central) const {
        Mention mention;
        mention.kind = MentionKind::implicit;
        mention.first = mention.last = mention.head = sentence.first;
        mention.sentence = number;
        mention.entity = entity;
        mention.distance = number - last_[entity];
        mention.central = central;
        return mention;
    }

    std::map<std::string, std::size_t> roots_;
    std::vector<std::size_t> root_;           ///< by entity
    std::vector<std::uint32_t> counts_, last_;  ///< by entity: mentions so far, sentence of the latest
    std::vector<std::uint32_t> recent_, central_;  ///< by root
};

}  // namespace

std::vector<Mention> find_implicit_mentions(const Document& document, const std::vector<Entity>& entities,
                                            const std::vector<Mention>& mentions, const Ontology& ontology) {
    std::vector<Mention> result;
    Topics topics(entities, ontology);
    std::vector<bool> mentioned(entities.size(), false);
    for (std::size_t at = 0, s = 0; s < document.sentences.size(); ++s) {
        const std::size_t begin = at;
        while (at < mentions.size() && mentions[at].sentence == s) mentioned[mentions[at++].entity] = true;
        topics.add_mentions(document.sentences[s], static_cast<std::uint32_t>(s), mentioned, result);
        for (std::size_t i = begin; i < at; ++i) {
            topics.note(mentions[i]);
            mentioned[mentions[i].entity] = false;
        }
    }
    return result;
}

}  // namespace lede
