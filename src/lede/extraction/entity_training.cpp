#include <lede/extraction/entity_training.hpp>

#include <sstream>

#include <lede/base/file.hpp>
#include <lede/extraction/entity_trainer.hpp>
#include <lede/language/name_trainer.hpp>
#include <lede/language/name_variants.hpp>

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

/// Of so many documents of a corpus, the network also learns one with its capitals gone: web text has many names in small
/// letters, and lines in capitals. The network alone reached F1 0.721 on such text (UNER English EWT) with one in four,
/// 0.717 without; 0.764 and 0.768 on WikiGold.
constexpr std::size_t documents_a_variant = 4;

/// Training in its steps.
class Training {
  public:
    Training(const NameTrainingData& data, const NameTrainingReader& reader)
        : data_(data), mapping_(by_local_name(read_name_mapping(data.article_mapping))), tags_(labels_of(mapping_)) {
        for (const auto& path : data.gazetteers) append_lines(path, known_);
        given_ = read_words(data.given_names);
        lexicon_ = std::make_shared<NameLexicon>(NameLexicon{NameGazetteer(known_, given_), data.vectors});
        trainer_ = std::make_unique<NameTrainer>(tags_, *lexicon_, static_cast<std::uint32_t>(data.folds));
        for (const AnnotatedArticle& article : data.articles) add_article(article, reader);
        for (const NameCorpus& corpus : data.corpora) add_corpus(corpus, reader);
    }

    void train_networks() {
        tell(std::to_string(data_.articles.size()) + " articles and " + std::to_string(data_.corpora.size()) + " corpora are read");
        trainer_->train_networks([&](std::uint32_t done, std::uint32_t all) {
            tell("network " + std::to_string(done) + " of " + std::to_string(all) + " is trained");
        });
    }
    /// Reads each article with a recogniser that did not learn from it.
    std::map<std::string, NameScore> read_held_out() {
        std::map<std::string, NameScore> scores;
        for (std::uint32_t fold = 0; fold < trainer_->folds(); ++fold) {
            read_fold(fold, trainer_->train(fold), scores);
            tell("part " + std::to_string(fold + 1) + " of " + std::to_string(trainer_->folds()) + " is read by what was trained on the others");
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
    void tell(const std::string& line) const {
        if (data_.progress) data_.progress(line);
    }
    void read_fold(std::uint32_t fold, const NameSections& sections, std::map<std::string, NameScore>& scores) {
        const NameRecogniser recogniser(sections, lexicon_);
        for (std::size_t i = fold; i < documents_.size(); i += trainer_->folds()) {
            documents_[i].document.names = recogniser.recognise(documents_[i].document, documents_[i].encoded);
            count(documents_[i], scores);
        }
    }

    void add_article(const AnnotatedArticle& article, const NameTrainingReader& reader) {
        NamedDocument& named = documents_.emplace_back();
        named.document = reader.read(article.article);
        if (reader.annotate) named.encoded = reader.annotate(named.document);
        named.allowed = mark_entities(named.document, names_of(article, lexicon_->gazetteer), mapping_, tags_);
        trainer_->add(named, 0);
    }

    /// A document of a corpus, and here and there one without its capitals.
    void add_document(const NamedDocument& named, std::uint32_t domain, const NameTrainingReader& reader) {
        trainer_->add(named, domain);
        if (++corpus_documents_ % documents_a_variant != 0) return;
        NamedDocument variant = make_careless_variant(named);
        if (reader.annotate) variant.encoded = reader.annotate(variant.document);
        trainer_->add_variant(variant, domain);
    }

    void add_corpus(const NameCorpus& corpus, const NameTrainingReader& reader) {
        const auto domain = domains_.try_emplace(corpus.mapping, static_cast<std::uint32_t>(domains_.size() + 1)).first->second;
        for (NamedDocument& named : read_name_corpus(corpus, data_.leave_out, tags_)) {
            if (reader.annotate) named.encoded = reader.annotate(named.document);
            add_document(named, domain, reader);
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

    void add_name_sections(NameSections sections, ModelFileWriter& model) const {
        model.add_lines("names.labels", sections.labels);
        model.add("names.emissions", sections.emissions);
        std::vector<std::string> transitions;
        for (const std::int32_t weight : sections.transitions) transitions.push_back(std::to_string(weight));
        model.add_lines("names.transitions", transitions);
        model.add_lines("names.shape", to_lines(sections.network.shape));
        model.add("names.network", to_section(sections.network));
        model.add_lines("names.gazetteer", known_);
        model.add_lines("names.given", given_);
    }

    std::size_t corpus_documents_ = 0;
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
    training.train_networks();
    auto scores = training.read_held_out();
    training.train(ontology, model);
    return scores;
}

}  // namespace lede
