// Prints the facts of articles, a line each. Usage: facts_of_articles FILE…
#include <exception>
#include <iostream>

#include <lede/lede.hpp>

int main(int count, char** arguments) {
    try {
        const lede::Pipeline pipeline({});
        const auto warn = [](const lede::Diagnostic& doubt) { std::cerr << doubt.where << ": " << doubt.message << "\n"; };
        lede::for_each_article({arguments + 1, arguments + count}, {}, [&](lede::Article&& article) {
            const lede::ArticleFacts facts = pipeline.extract(article);
            std::cout << facts.article.headline << "\n";
            for (const lede::Fact& fact : facts.facts) std::cout << "  " << to_string(facts, fact) << "\n";
        }, warn);
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << "\n";
        return 1;
    }
}
