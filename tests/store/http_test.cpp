#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/store/retries.hpp>

#include "loopback_server.hpp"

using namespace lede;
using lede::test::answer;
using lede::test::LoopbackServer;
using lede::test::Received;

namespace {

using std::chrono::milliseconds;

/// A policy that does not sleep but notes the waits.
RetryPolicy noting(std::vector<milliseconds>& waits, int attempts = 4) {
    RetryPolicy policy;
    policy.attempts = attempts;
    policy.sleep = [&waits](milliseconds wait) { waits.push_back(wait); };
    return policy;
}

HttpRequest put(const LoopbackServer& server, std::string_view body = "<a:s> <a:p> <a:o> .\n") {
    HttpRequest request;
    request.method = "PUT";
    request.url = server.url("/data?default");
    request.content_type = "application/n-triples";
    request.body = body;
    return request;
}

/// The n-th answer to the n-th request, and the last one to all others.
LoopbackServer::Handler script(std::vector<std::string> answers) {
    auto next = std::make_shared<std::size_t>(0);
    return [answers, next](const Received&) { return answers[std::min((*next)++, answers.size() - 1)]; };
}

HttpOptions with_login(const std::string& user, const std::string& password) {
    HttpOptions options;
    options.credentials.user = user;
    options.credentials.password = password;
    return options;
}

}  // namespace

TEST_CASE("A request carries its method, type and body") {
    LoopbackServer server(
        script({answer("201 Created", "made", "Server: Some/1\r\nContent-Type: text/Plain; x=y\r\n")}));
    HttpClient client({});
    const HttpResponse response = client.send(put(server));
    CHECK(response.status == 201);
    CHECK(response.body == "made");
    CHECK(response.server == "Some/1");
    CHECK(response.content_type == "text/plain");
    REQUIRE(server.received().size() == 1);
    CHECK(server.received()[0].method == "PUT");
    CHECK(server.received()[0].target == "/data?default");
    CHECK(server.received()[0].body == "<a:s> <a:p> <a:o> .\n");
    CHECK(server.received()[0].headers.find("Content-Type: application/n-triples") != std::string::npos);
}

TEST_CASE("A busy store is asked again, after waits that grow but for what it asks for itself") {
    LoopbackServer server(script({answer("503 Busy", "", "Retry-After: 7\r\n"), answer("502 Bad"), answer("429 Slow"),
                                  answer("200 OK", "well")}));
    HttpClient client({});
    std::vector<milliseconds> waits;
    CHECK(send_with_retries(client, put(server), noting(waits)).body == "well");
    REQUIRE(waits.size() == 3);
    CHECK(waits[0] == milliseconds(7000));
    CHECK((waits[1] >= milliseconds(500) && waits[1] <= milliseconds(1000)));
    CHECK((waits[2] >= milliseconds(1000) && waits[2] <= milliseconds(2000)));
}

TEST_CASE("Attempts end, with the last answer") {
    LoopbackServer server(script({answer("503 Busy", "still busy")}));
    HttpClient client({});
    std::vector<milliseconds> waits;
    const HttpResponse response = send_with_retries(client, put(server), noting(waits, 3));
    CHECK(response.status == 503);
    CHECK(response.body == "still busy");
    CHECK(server.received().size() == 3);
}

TEST_CASE("What is wrong with the request itself is not tried again, and a 500 once") {
    std::vector<milliseconds> waits;
    HttpClient client({});
    for (const auto& [status, tries] : {std::pair("400 Bad", 1U), {"403 No", 1U}, {"404 None", 1U}, {"500 Oh", 2U}}) {
        LoopbackServer server(script({answer(status)}));
        send_with_retries(client, put(server), noting(waits));
        CHECK(server.received().size() == tries);
    }
}

TEST_CASE("A dropped connection and a cut-off answer are tried again") {
    LoopbackServer server(
        script({"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly a part",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal", answer("200 OK", "whole")}));
    HttpClient client({});
    std::vector<milliseconds> waits;
    CHECK(send_with_retries(client, put(server), noting(waits)).body == "whole");
    CHECK(server.received().size() >= 4);  // libcurl may try a dropped one again by itself
}

TEST_CASE("A request that may not be repeated is not, once it may have arrived") {
    LoopbackServer server(script({answer("503 Busy"), "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly a part"}));
    HttpClient client({});
    std::vector<milliseconds> waits;
    CHECK_THROWS_AS(send_with_retries(client, put(server), noting(waits), false), ConnectionError);
    CHECK(waits.size() == 1);  // after the refusal
}

TEST_CASE("A store that is not there is an error that names the address, after all attempts") {
    std::string url;
    { url = LoopbackServer(script({""})).url("/ds"); }
    HttpClient client({});
    HttpRequest request;
    request.url = url;
    std::vector<milliseconds> waits;
    CHECK_THROWS_WITH(send_with_retries(client, request, noting(waits, 2)),
                      Catch::Contains(url) && Catch::Contains("is the store running"));
    CHECK(waits.size() == 1);
}

TEST_CASE("A digest challenge is answered, and later requests bring the answer along") {
    LoopbackServer server([](const Received& request) {
        const bool knows = request.headers.find("Authorization: Digest username=\"ann\"") != std::string::npos;
        return knows ? answer("200 OK", "in")
                     : answer("401 No", "",
                              "WWW-Authenticate: Digest realm=\"S\", nonce=\"abc\", qop=\"auth\", algorithm=MD5\r\n");
    });
    HttpClient client(with_login("ann", "s3cret"));
    for (int i = 0; i < 3; ++i) CHECK(client.send(put(server)).body == "in");
    const auto received = server.received();
    CHECK(received.size() == 4);
    for (const Received& request : received) CHECK(request.headers.find("s3cret") == std::string::npos);
    CHECK(received.back().body == "<a:s> <a:p> <a:o> .\n");
}

TEST_CASE("A large body goes only where it is welcome") {
    LoopbackServer server([](const Received& request) {
        const bool knows = request.headers.find("Authorization: Basic YW5uOnMzY3JldA==") != std::string::npos;
        return knows ? answer("200 OK", "in") : answer("401 No", "", "WWW-Authenticate: Basic realm=\"S\"\r\n");
    });
    HttpClient client(with_login("ann", "s3cret"));
    const std::string body(300000, 'x');
    CHECK(client.send(put(server, body)).body == "in");
    CHECK(server.received().back().body.size() == body.size());
}

TEST_CASE("A wrong password gives the refusal, and no loop") {
    LoopbackServer server(script({answer("401 No", "", "WWW-Authenticate: Basic realm=\"S\"\r\n")}));
    HttpClient client(with_login("ann", "wrong"));
    CHECK(client.send(put(server)).status == 401);
    CHECK(server.received().size() <= 2);
}

TEST_CASE("A token is sent as it is, a login from a netrc file as basic authentication") {
    const auto login = [](const Received& request) {
        return request.headers.find("Authorization: Basic") == std::string::npos
                   ? answer("401 No", "", "WWW-Authenticate: Basic realm=\"S\"\r\n")
                   : answer("200 OK", "in");
    };
    LoopbackServer server(login);
    HttpOptions options;
    options.credentials.netrc = std::filesystem::temp_directory_path() / ("lede-netrc-" + std::to_string(::getpid()));
    std::ofstream(options.credentials.netrc) << "machine 127.0.0.1 login ann password s3cret\n";
    CHECK(HttpClient(options).send(put(server)).body == "in");
    std::filesystem::remove(options.credentials.netrc);
    CHECK_THROWS_WITH(HttpClient(options), Catch::Contains("is not there"));

    LoopbackServer other(script({answer("200 OK")}));
    HttpOptions with_token;
    with_token.credentials.token = "t0ken";
    HttpClient(with_token).send(put(other));
    CHECK(other.received()[0].headers.find("Authorization: Bearer t0ken") != std::string::npos);
}

TEST_CASE("Credentials do not follow a redirect to another host") {
    LoopbackServer other(script({answer("200 OK", "there")}));
    LoopbackServer first([&other](const Received& request) {
        return request.headers.find("Authorization") == std::string::npos
                   ? answer("401 No", "", "WWW-Authenticate: Basic realm=\"S\"\r\n")
                   : answer("307 Elsewhere", "", "Location: " + other.url("/data") + "\r\n");
    });
    HttpClient client(with_login("ann", "s3cret"));
    CHECK(client.send(put(first)).body == "there");
    for (const Received& request : other.received()) {
        CHECK(request.headers.find("Authorization") == std::string::npos);
        CHECK(request.method == "PUT");
    }
    HttpOptions with_token;
    with_token.credentials.token = "t0ken";
    LoopbackServer second(
        [&other](const Received&) { return answer("307 Elsewhere", "", "Location: " + other.url("/x") + "\r\n"); });
    HttpClient(with_token).send(put(second));
    CHECK(other.received().back().headers.find("t0ken") == std::string::npos);
}

TEST_CASE("A redirect leads to no file, and an endless one ends") {
    LoopbackServer file(script({answer("302 Found", "", "Location: file:///etc/passwd\r\n")}));
    HttpClient client({});
    CHECK_THROWS_AS(client.send(put(file)), StoreError);
    LoopbackServer loop([](const Received&) { return answer("307 On", "", "Location: /again\r\n"); });
    CHECK_THROWS_AS(client.send(put(loop)), StoreError);
    CHECK(loop.received().size() < 10);
}

TEST_CASE("An answer without end is cut off with an error") {
    LoopbackServer server(script({answer("200 OK", std::string(5 << 20, 'x'))}));
    HttpOptions options;
    options.max_body = 1 << 20;
    CHECK_THROWS_WITH(HttpClient(options).send(put(server)), Catch::Contains("longer than 1 MiB"));
}
