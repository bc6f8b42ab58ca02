#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lede::test {

/// Reads CoNLL-U with nothing of the library and notes what breaks the rules that the validator of Universal
/// Dependencies checks on its levels 1 and 2: columns, numbers, ranges, sentence ids, the text, and the trees.
class ConlluCheck {
  public:
    /// `trees`: heads and relations must be there and make one tree a sentence.
    explicit ConlluCheck(std::string_view content, bool trees = false) : trees_(trees) {
        if (!content.empty() && !content.ends_with("\n\n")) fault("no blank line at the end");
        for (const std::string_view line : split(content, '\n')) {
            ++line_;
            if (line.empty())
                finish_sentence();
            else if (line.front() == '#')
                read_comment(line);
            else
                read_row(split(line, '\t'));
        }
        if (!faults_.empty()) return;
        text_ += gap_;
    }

    /// One a line; empty if all is well.
    const std::string& faults() const { return faults_; }
    /// The forms with the gaps that MISC tells of.
    const std::string& text() const { return text_; }

  private:
    using Cells = std::vector<std::string_view>;

    static Cells split(std::string_view text, char separator) {
        Cells parts;
        for (;;) {
            const std::size_t end = text.find(separator);
            parts.push_back(text.substr(0, end));
            if (end == std::string_view::npos) return parts;
            text.remove_prefix(end + 1);
        }
    }
    void fault(const std::string& what) { faults_ += "line " + std::to_string(line_) + ": " + what + "\n"; }

    void read_comment(std::string_view line) {
        if (!words_.empty()) fault("comment inside a sentence");
        if (line.starts_with("# text = ")) sentence_text_ = line.substr(9), has_text_ = true;
        if (!line.starts_with("# sent_id = ")) return;
        const std::string id(line.substr(12));
        if (id.empty() || id.find_first_of(" \t\r/") != std::string::npos) fault("sent_id '" + id + "'");
        if (!ids_.insert(id).second) fault("sent_id twice: " + id);
        has_id_ = true;
    }

    void read_row(const Cells& cells) {
        if (cells.size() != 10) return fault(std::to_string(cells.size()) + " columns");
        for (const std::string_view cell : cells)
            if (cell.empty() || cell.front() == ' ' || cell.back() == ' ') fault("an empty cell, or blanks around it");
        const std::string id(cells[0]);
        const std::size_t next = words_.size() + 1;
        if (const std::size_t dash = id.find('-'); dash != std::string::npos) {
            range_end_ = std::stoul(id.substr(dash + 1));
            if (std::stoul(id) != next || range_end_ <= next) fault("range " + id);
            for (std::size_t i = 2; i < 9; ++i)
                if (cells[i] != "_") fault("a multiword token with more than a form");
            return add_surface(cells);
        }
        if (id != std::to_string(next)) fault("number " + id);
        if (next > range_end_) add_surface(cells);
        words_.push_back({std::string(cells[6]), std::string(cells[7])});
    }

    void add_surface(const Cells& cells) {
        std::string after = " ";
        for (const std::string_view entry : split(cells[9], '|')) {
            if (entry == "SpaceAfter=No") after.clear();
            if (entry.starts_with("SpacesAfter=")) after = plain(entry.substr(12));
            if (entry.starts_with("SpacesBefore=")) text_ += plain(entry.substr(13));
        }
        if (!made_.empty() && !last_glued_) made_ += ' ';
        made_ += cells[1];
        last_glued_ = after.empty();
        (text_ += gap_) += cells[1];
        gap_ = after;
    }

    static std::string plain(std::string_view escaped) {
        std::string result;
        for (std::size_t i = 0; i < escaped.size(); ++i) {
            if (escaped[i] != '\\') {
                result += escaped[i];
                continue;
            }
            constexpr std::string_view letters = "stnrp\\", meant = " \t\n\r|\\";
            result += meant[letters.find(escaped[++i])];
        }
        return result;
    }

    void finish_sentence() {
        if (words_.empty()) {
            if (has_text_ || has_id_) fault("a sentence without words");
            return;
        }
        if (range_end_ > words_.size()) fault("a range beyond the sentence");
        if (!has_text_ || !has_id_) fault("a sentence without text or sent_id");
        if (made_ != sentence_text_) fault("text '" + std::string(sentence_text_) + "' but forms '" + made_ + "'");
        if (trees_) check_tree();
        words_.clear(), made_.clear();
        range_end_ = 0;
        has_text_ = has_id_ = last_glued_ = false;
    }

    void check_tree() {
        std::size_t roots = 0;
        std::vector<std::size_t> heads;
        for (const Word& word : words_) {
            heads.push_back(word.head.find_first_not_of("0123456789") == std::string::npos ? std::stoul(word.head)
                                                                                           : words_.size() + 1);
            if (heads.back() > words_.size()) return fault("head " + word.head);
            roots += heads.back() == 0;
            if ((heads.back() == 0) != (word.relation == "root")) fault("relation " + word.relation);
        }
        if (roots != 1) fault(std::to_string(roots) + " roots");
        for (std::size_t i = 1; i <= heads.size(); ++i) {
            std::size_t at = i, steps = 0;
            while (at != 0 && steps <= heads.size()) at = heads[at - 1], ++steps;
            if (at != 0) return fault("a cycle");
        }
    }

    struct Word {
        std::string head, relation;
    };
    bool trees_;
    std::size_t line_ = 0;
    std::string faults_, text_, gap_, made_;
    std::set<std::string> ids_;
    std::vector<Word> words_;
    std::size_t range_end_ = 0;
    std::string_view sentence_text_;
    bool has_text_ = false, has_id_ = false, last_glued_ = false;
};

}  // namespace lede::test
