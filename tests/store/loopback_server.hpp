#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <mutex>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace lede::test {

/// A request as the server got it.
struct Received {
    std::string method;
    std::string target;
    std::string headers;
    std::string body;
};

/// A server on a free port of this machine that takes one connection after the other, one request each, and answers
/// with whatever bytes the handler gives; none: it drops the connection.
class LoopbackServer {
  public:
    using Handler = std::function<std::string(const Received&)>;

    explicit LoopbackServer(Handler handler) : handler_(std::move(handler)) {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        socklen_t size = sizeof address;
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        ::listen(listener_, 16);
        thread_ = std::thread([this] { serve(); });
    }
    ~LoopbackServer() {
        ends_ = true;
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }

    std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
    std::vector<Received> received() const {
        const std::lock_guard lock(mutex_);
        return received_;
    }

  private:
    Handler handler_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> ends_ = false;
    mutable std::mutex mutex_;
    std::vector<Received> received_;
    std::thread thread_;

    void serve() {
        while (!ends_) {
            const int connection = ::accept(listener_, nullptr, nullptr);
            if (connection < 0) return;
            const Received request = read_request(connection);
            {
                const std::lock_guard lock(mutex_);
                received_.push_back(request);
            }
            const std::string answer = handler_(request);
            for (std::size_t at = 0; at < answer.size();) {
                const auto sent = ::send(connection, answer.data() + at, answer.size() - at, MSG_NOSIGNAL);
                if (sent <= 0) break;
                at += static_cast<std::size_t>(sent);
            }
            ::close(connection);
        }
    }

    static Received read_request(int connection) {
        std::string text;
        std::size_t end = std::string::npos;
        std::size_t length = 0;
        bool asked = false;
        char buffer[4096];
        while (end == std::string::npos || text.size() < end + 4 + length) {
            if (end != std::string::npos && !asked && text.find("100-continue") < end) {
                asked = true;
                const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
                ::send(connection, go_on.data(), go_on.size(), MSG_NOSIGNAL);
            }
            const auto count = ::recv(connection, buffer, sizeof buffer, 0);
            if (count <= 0) break;
            text.append(buffer, static_cast<std::size_t>(count));
            if (end != std::string::npos) continue;
            end = text.find("\r\n\r\n");
            if (end == std::string::npos) continue;
            const std::size_t at = text.find("Content-Length: ");
            if (at < end) length = std::stoul(text.substr(at + 16));
        }
        Received request;
        request.method = text.substr(0, text.find(' '));
        const std::size_t target = request.method.size() + 1;
        request.target = text.substr(target, text.find(' ', target) - target);
        request.headers = text.substr(0, end);
        if (end != std::string::npos) request.body = text.substr(end + 4);
        return request;
    }
};

/// An answer with its length, after which the connection ends.
inline std::string answer(const std::string& status, const std::string& body = "", const std::string& headers = "") {
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

}  // namespace lede::test
