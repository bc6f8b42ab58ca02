#include <string>
#include <support/catch.hpp>

#include <lede/text/html_article.hpp>

using namespace lede;

namespace {

const std::vector<std::string> words{"cookie", "related", "share"};

const std::string first = "Ada Lindqvist will release her third album, Harbour Lights, on 10 May, her label said.";
const std::string second =
    "The record was produced by Joel Amankwah, and it features guests from Mali, Spain and Peru.";
const std::string third =
    "Lindqvist recorded it in Lund over two winters, mostly at night, with a band of five friends.";

std::string page_of(const std::string& head, const std::string& body) {
    return "<!DOCTYPE html><html lang=en-GB><head>" + head + "</head><body>" + body + "</body></html>";
}

std::string paragraphs() {
    return "<p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>";
}

std::string text_of(const std::string& html) {
    return parse_html_article(html, words).text;
}

}  // namespace

TEST_CASE("The article's text is found and what is around it is left out", "[html]") {
    const std::string expected = first + "\n\n" + second + "\n\n" + third;
    const std::string links = "<ul><li><a href=1>Another long headline about something else, to be clicked</a></ul>";
    const std::string teaser =
        "<p>Sign up for our letter, it has all that you need, every day, and costs you nothing at all.";
    for (const std::string& body : {
             paragraphs(), "<div>" + paragraphs() + "</div>" + links,
             "<nav>" + teaser + "</nav><main>" + paragraphs() + "</main><footer>" + teaser + "</footer>",
             "<div><div class='post-related'>" + teaser + "</div>" + paragraphs() + "</div>",
             "<article>" + paragraphs() + "<h2>More</h2>" + links + "</article>",
             "<article><p>" + first + "<aside>" + teaser + "</aside><p>" + second + "<p>" + third + "</article>",
             "<div style='display: none'>" + teaser + "</div><div id=cookieNotice>" + teaser + "</div>" + paragraphs(),
             first + "<br><br>" + second + "<br/>\n<br/>" + third,
             "<script>var x = '<p>" + teaser + "</p>';</script><style>p{}</style>" + paragraphs(),
             "<div class=related-box>" + paragraphs() + "</div>",  // the name misleads
         }) {
        INFO(body);
        CHECK(text_of(page_of("", body)) == expected);
    }
}

TEST_CASE("Inline elements, entities and white space make one line of a paragraph", "[html]") {
    const std::string body =
        "<p>Caf&eacute;\n  owner <b>Ada</b> <a href=x>Lind&shy;qvist</a>&nbsp;said &ldquo;no&rdquo;, again and again, "
        "for years.</p>";
    CHECK(text_of(page_of("", body)) == "Café owner Ada Lindqvist said “no”, again and again, for years.");
}

TEST_CASE("The headline comes first, and once", "[html]") {
    const std::string html = page_of("<title>Ada returns | The Daily</title>", "<h1>Ada returns</h1>" + paragraphs());
    const Article article = parse_html_article(html, words);
    CHECK(article.info.headline == "Ada returns");
    CHECK(article.text == "Ada returns\n\n" + first + "\n\n" + second + "\n\n" + third);
}

TEST_CASE("JSON-LD goes before meta tags, and those before the page", "[html]") {
    const std::string linked =
        "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],"
        "\"headline\":\"From data\",\"datePublished\":\"2023-04-27T10:00:00Z\",\"author\":[{\"name\":\"Bo Ek\"}],"
        "\"publisher\":{\"name\":\"Daily\"}}]}</script>";
    const std::string meta =
        "<link rel=canonical href='https://a.example/x'><meta property='og:title' content='From meta'>"
        "<meta property='article:published_time' content='2022-01-02'><meta name=author content='Cy Day'>"
        "<meta property='og:site_name' content='Weekly'>";
    const auto full = parse_html_article(page_of(linked + meta, paragraphs()), words).info;
    CHECK(full.headline == "From data");
    CHECK(to_string(full.date.value()) == "2023-04-27");
    CHECK(full.author == "Bo Ek");
    CHECK(full.publisher == "Daily");
    CHECK(full.language == "en");
    CHECK(full.url == "https://a.example/x");
    const auto plain = parse_html_article(page_of(meta, paragraphs()), words).info;
    CHECK(plain.headline == "From meta");
    CHECK(to_string(plain.date.value()) == "2022-01-02");
    CHECK(plain.author == "Cy Day");
    CHECK(plain.publisher == "Weekly");
    const auto bare = parse_html_article(
        page_of("<title>A rather long headline - Daily</title>", "<time datetime='2021-05-06'></time>" + paragraphs()),
        words);
    CHECK(bare.info.headline == "A rather long headline");
    CHECK(to_string(bare.info.date.value()) == "2021-05-06");
}

TEST_CASE("Entities and tags in what a page says about itself are shown as text", "[html]") {
    const std::string linked =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A &amp; <i>B</i>\\n "
        "don&#8217;t\"}</script>";
    CHECK(parse_html_article(page_of(linked, paragraphs()), words).info.headline == "A & B don’t");
}

TEST_CASE("The text in JSON-LD stands in for a page that scripts would fill", "[html]") {
    const std::string linked =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"articleBody\":\"" + first +
        "\"}</script>";
    CHECK(text_of(page_of(linked, "<div id=app></div>")) == "H\n\n" + first);
}

TEST_CASE("A page without text gives none", "[html]") {
    CHECK(text_of("").empty());
    CHECK(text_of("<html>").empty());
    CHECK(text_of(page_of("<title>T</title>", "<nav><a href=1>Home</a></nav>")).empty());
}

TEST_CASE("Malformed and hostile pages are read in linear time", "[html]") {
    std::string deep, closing;
    for (int i = 0; i < 100000; ++i) deep += "<div>";
    for (int i = 0; i < 100000; ++i) closing += "</table>";
    CHECK(text_of(deep + paragraphs()) == first + "\n\n" + second + "\n\n" + third);
    CHECK(text_of("<p>" + first + "</p>" + deep + closing).find("Ada") != std::string::npos);
    CHECK(text_of("<p>" + first + "<b><i></p></b></i><p" + second).find("Ada") != std::string::npos);
    std::string brackets(200000, '[');
    CHECK(text_of(page_of("<script type=application/ld+json>" + brackets + "</script>", paragraphs())).find("Ada") ==
          0);
}
