#include <algorithm>
#include <array>
#include <cstdint>

#include <lede/base/utf8.hpp>
#include <lede/text/html_content.hpp>

namespace lede {

namespace {

// After Readability.js: below 25 characters a block is no paragraph; a vote grows by 1 each 100 characters, up to 3.
constexpr std::size_t shortest_paragraph = 25;
constexpr std::size_t vote_step = 100;
constexpr double largest_length_vote = 3;
constexpr double most_links = 0.5;        // a block that is more link than text belongs to a list of links
constexpr std::size_t enough_text = 250;  // bytes; a declared body with less is a teaser
constexpr double least_share = 0.25;

bool is_heading(const PageBlock& block) {
    return block.tag.size() == 2 && block.tag[0] == 'h' && block.tag[1] <= '6';
}

double link_share(const PageBlock& block) {
    return static_cast<double>(block.link_bytes) / static_cast<double>(block.text.size());
}

/// For each element, whether it or one around it is set aside.
std::vector<bool> find_asides(const Page& page, bool trust_names) {
    std::vector<bool> aside(page.elements.size());
    for (std::size_t i = 1; i < page.elements.size(); ++i) {
        const auto role = page.elements[i].role;
        aside[i] =
            aside[page.elements[i].parent] || role == PageRole::aside || (trust_names && role == PageRole::suspicious);
    }
    return aside;
}

bool is_paragraph(const PageBlock& block) {
    return !is_heading(block) && block.text.size() >= shortest_paragraph && link_share(block) < most_links;
}

double vote_of(const PageBlock& block) {
    const auto commas = std::count(block.text.begin(), block.text.end(), ',');
    const double length = static_cast<double>(block.text.size() / vote_step);
    return (1 + static_cast<double>(commas) + std::min(length, largest_length_vote)) * (1 - link_share(block));
}

/// For each element, the votes of the paragraphs in it and up to two levels below.
std::vector<double> count_votes(const Page& page, const std::vector<bool>& aside) {
    constexpr std::array<double, 3> weights{1, 1.0 / 2, 1.0 / 6};  // parent, grandparent, and above, as Readability.js
    std::vector<double> votes(page.elements.size());
    for (const auto& block : page.blocks) {
        if (aside[block.element] || !is_paragraph(block)) continue;
        const bool own = block.tag != "p" && block.tag != "blockquote" && block.tag != "li";
        std::uint32_t element = own ? block.element : page.elements[block.element].parent;
        for (const double weight : weights) {
            votes[element] += weight * vote_of(block);
            element = page.elements[element].parent;
        }
    }
    return votes;
}

/// Bytes of paragraphs below each element.
std::vector<std::size_t> count_text(const Page& page, const std::vector<bool>& aside) {
    std::vector<std::size_t> bytes(page.elements.size());
    for (const auto& block : page.blocks) {
        if (!aside[block.element] && is_paragraph(block)) bytes[block.element] += block.text.size();
    }
    for (std::size_t i = page.elements.size(); i-- > 1;) bytes[page.elements[i].parent] += bytes[i];
    return bytes;
}

/// The element of that role with most text, if it has enough; 0 otherwise.
std::uint32_t find_declared(const Page& page, const std::vector<std::size_t>& bytes, PageRole role) {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < page.elements.size(); ++i) {
        if (page.elements[i].role != role || bytes[i] < enough_text) continue;
        if (best == 0 || bytes[i] > bytes[best]) best = i;
    }
    return best;
}

std::uint32_t find_root(const Page& page, const std::vector<bool>& aside) {
    const auto bytes = count_text(page, aside);
    if (const auto body = find_declared(page, bytes, PageRole::body)) return body;
    const auto votes = count_votes(page, aside);
    const auto best = static_cast<std::uint32_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    const auto article = find_declared(page, bytes, PageRole::article);
    // <article> also wraps each teaser of a list: it counts only if it holds what the votes found
    for (std::uint32_t element = best; element != 0; element = page.elements[element].parent) {
        if (element == article) return article;
    }
    return best;
}

std::vector<std::string> collect(const Page& page, bool trust_names) {
    const auto aside = find_asides(page, trust_names);
    const std::uint32_t root = find_root(page, aside);
    std::vector<bool> inside(page.elements.size());
    inside[root] = true;
    for (std::size_t i = root + std::size_t{1}; i < inside.size(); ++i) inside[i] = inside[page.elements[i].parent];
    std::vector<std::string> paragraphs;
    std::size_t end_of_text = 0;
    for (const auto& block : page.blocks) {
        if (!inside[block.element] || aside[block.element]) continue;
        const bool running = is_paragraph(block) || (block.tag == "p" && link_share(block) < most_links);
        if (!running && !(is_heading(block) && link_share(block) < most_links)) continue;
        paragraphs.push_back(block.text);
        if (running) end_of_text = paragraphs.size();
    }
    paragraphs.resize(end_of_text);  // a heading at the end is that of a list of links
    return paragraphs;
}

std::size_t bytes_of(const std::vector<std::string>& paragraphs) {
    std::size_t bytes = 0;
    for (const auto& paragraph : paragraphs) bytes += paragraph.size();
    return bytes;
}

}  // namespace

std::vector<std::string> find_article_paragraphs(const Page& page) {
    auto careful = collect(page, true);
    auto trusting = collect(page, false);
    // some houses name the article's own box "content-sidebar-left": then the names lead astray
    const bool lost = static_cast<double>(bytes_of(careful)) < least_share * static_cast<double>(bytes_of(trusting));
    return lost ? trusting : careful;
}

}  // namespace lede
