#include <lede/extraction/entity_training.hpp>

#include <sstream>

#include <lede/base/file.hpp>
#include <lede/extraction/entity_trainer.hpp>
#include <lede/language/name_trainer.hpp>

namespace lede {

namespace {

void append_lines(const std::filesystem::path& path, std::vector<std::string>& lines) {
    std::istringstream in(read_file(path));
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && line[0] != '#') lines.push_back(line);
}

/// A list of single words may have more columns; the word is the first.
std::vector<std::string> read_words(const std::filesystem::path& path) {
    std::vector<std::string> words;
    if (!std::filesystem::exists(path)) return words;
    append_lines(path, words);
    for (std::string& word : words) word = word.substr(0, word.find('\t'));
    return words;
}

/// Mappings speak of classes by CURIE, annotated articles by IRI: compare the local names.
std::string local_name(const std::string& iri) { return iri.substr(iri.find_last_of("/#:") + 1); }

NameMapping by_local_name(const NameMapping& mapping) {
    NameMapping result;
    for (const auto& [theirs, ours] : mapping) result[local_name(theirs)] = ours;
    return result;
}

/// Adjectives of places are annotated as names here and there; EntityBuilder finds them by the gazetteer.
bool is_adjective(const NameGazetteer& gazetteer, const std::string& name) {
    return gazetteer.find_demonym(name) != nullptr && gazetteer.find(name).empty();
}

std::vector<AnnotatedEntity> names_of(const AnnotatedArticle& article, const NameGazetteer& gazetteer) {
    std::vector<AnnotatedEntity> result;
    for (const Entity& entity : article.entities) {
        result.push_back({local_name(entity.class_iri), {entity.name}});
        for (const std::string& alias : entity.aliases)
            if (!is_adjective(gazetteer, alias)) result.back().names.push_back(alias);
    }
    return result;
}

/// Training in its steps.
class Training {
  public:
    Training(const NameTrainingData& data, const NameTrainingReader& reader)
        : data_(data), mapping_(by_local_name(read_name_mapping(data.article_mapping))), tags_(labels_of(mapping_)) {
        for (const auto& path : data.gazetteers) append_lines(path, known_);
        given_ = read_words(data.given_names);
        lexicon_ = std::make_shared<NameLexicon>(NameLexicon{NameGazetteer(known_, given_), data.vectors});
        trainer_ = std::make_unique<NameTrainer>(tags_, *lexicon_);
        for (const AnnotatedArticle& article : data.articles) add_article(article, reader);
        for (const NameCorpus& corpus : data.corpora) add_corpus(corpus, reader);
    }

    /// Reads each article with a recogniser that did not learn from it.
    std::map<std::string, NameScore> read_held_out() {
        std::map<std::string, NameScore> scores;
        for (std::size_t fold = 0; fold < folds(); ++fold) {
            const NameSections sections = trainer_->train([&](std::uint32_t number) { return number >= documents_.size() || number % folds() != fold; });
            const NameRecogniser recogniser(sections, lexicon_);
            for (std::size_t i = fold; i < documents_.size(); i += folds()) {
                documents_[i].document.names = recogniser.recognise(documents_[i].document);
                count(documents_[i], scores);
            }
        }
        return scores;
    }

    void train(const Ontology& ontology, ModelFileWriter& model) {
        EntityTrainer entities(ontology, *lexicon_);
        for (std::size_t i = 0; i < documents_.size(); ++i) entities.add(documents_[i].document, data_.articles[i].entities);
        add_name_sections(trainer_->train(), model);
        const EntitySections sections = entities.train();
        model.add_lines("entities.classes", sections.classes);
        model.add("entities.types", sections.types);
        model.add("entities.links", sections.links);
    }

  private:
    std::size_t folds() const { return static_cast<std::size_t>(data_.folds); }

    void add_article(const AnnotatedArticle& article, const NameTrainingReader& reader) {
        NamedDocument& named = documents_.emplace_back();
        named.document = reader.read(article.article);
        named.allowed = mark_entities(named.document, names_of(article, lexicon_->gazetteer), mapping_, tags_);
        trainer_->add(named, 0);
    }

    void add_corpus(const NameCorpus& corpus, const NameTrainingReader& reader) {
        const auto domain = domains_.try_emplace(corpus.mapping, static_cast<std::uint32_t>(domains_.size() + 1)).first->second;
        for (NamedDocument& named : read_name_corpus(corpus, data_.leave_out, tags_)) {
            if (reader.annotate) reader.annotate(named.document);
            trainer_->add(named, domain);
        }
    }

    void count(const NamedDocument& named, std::map<std::string, NameScore>& scores) const {
        for (const Name& name : find_annotated(named)) ++scores[name.label].annotated, ++scores["all"].annotated;
        for (const Name& name : named.document.names) {
            const bool right = is_right(named, name);
            for (const std::string& label : {name.label, std::string("all")}) ++scores[label].found, scores[label].right += right;
        }
    }

    bool is_right(const NamedDocument& named, const Name& name) const {
        std::vector<TagSet> wanted(named.allowed.size(), 0);
        allow_name(wanted, name.first, name.last, {tags_.find(name.label)});
        for (std::uint32_t i = name.first; i < name.last; ++i)
            if ((wanted[i] & named.allowed[i]) == 0) return false;
        return true;
    }

    /// The annotated names; of several possible labels, the first.
    std::vector<Name> find_annotated(const NamedDocument& named) const {
        std::vector<std::uint32_t> tags(named.allowed.size(), NameTags::outside);
        for (std::size_t i = 0; i < tags.size(); ++i)
            while ((named.allowed[i] >> tags[i] & 1) == 0) ++tags[i];
        return tags_.names_of(tags, 0);
    }

    void add_name_sections(const NameSections& sections, ModelFileWriter& model) const {
        model.add_lines("names.labels", sections.labels);
        model.add("names.emissions", sections.emissions);
        std::vector<std::string> transitions;
        for (const std::int32_t weight : sections.transitions) transitions.push_back(std::to_string(weight));
        model.add_lines("names.transitions", transitions);
        model.add_lines("names.gazetteer", known_);
        model.add_lines("names.given", given_);
    }

    const NameTrainingData& data_;
    NameMapping mapping_;
    NameTags tags_;
    std::vector<std::string> known_, given_;
    std::shared_ptr<NameLexicon> lexicon_;
    std::map<std::filesystem::path, std::uint32_t> domains_;  ///< by mapping; 0 is that of the articles
    std::unique_ptr<NameTrainer> trainer_;
    std::vector<NamedDocument> documents_;
};

}  // namespace

std::map<std::string, NameScore> train_names(const NameTrainingData& data, const Ontology& ontology, const NameTrainingReader& reader, ModelFileWriter& model) {
    Training training(data, reader);
    auto scores = training.read_held_out();
    training.train(ontology, model);
    return scores;
}

}  // namespace lede
