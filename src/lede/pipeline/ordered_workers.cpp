#include <algorithm>
#include <utility>

#include <lede/pipeline/ordered_workers.hpp>

namespace lede {

namespace {

// Tasks under way a thread: enough that one long article does not starve the others, few enough to keep memory small.
constexpr std::size_t tasks_per_thread = 8;

}  // namespace

OrderedWorkers::OrderedWorkers(unsigned threads) : most_under_way_(std::max(1U, threads) * tasks_per_thread) {
    for (unsigned i = 0; i < std::max(1U, threads); ++i) threads_.emplace_back([this] { work(); });
}

OrderedWorkers::~OrderedWorkers() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        waiting_.clear();
    }
    work_there_.notify_all();
}

void OrderedWorkers::submit(Task task) {
    std::unique_lock lock(mutex_);
    room_there_.wait(lock, [&] { return failure_ || submitted_ - finished_ < most_under_way_; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.emplace_back(submitted_++, std::move(task));
    lock.unlock();
    work_there_.notify_one();
}

void OrderedWorkers::finish() {
    std::unique_lock lock(mutex_);
    room_there_.wait(lock, [&] { return failure_ || submitted_ == finished_; });
    if (failure_) std::rethrow_exception(failure_);
}

void OrderedWorkers::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        work_there_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
        if (closed_) return;
        auto [number, task] = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        Finish finish;
        std::exception_ptr failure;
        try {
            finish = task();
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        // a failure takes its turn as well, so that the first one in order is the one that is told
        if (failure) finish = [failure] { std::rethrow_exception(failure); };
        done_.emplace(number, std::move(finish));
        finish_in_order(lock);
    }
}

/// Does what is next in order as long as it is there. Only one thread is in here at a time, without holding the lock.
void OrderedWorkers::finish_in_order(std::unique_lock<std::mutex>& lock) {
    if (finishing_) return;
    finishing_ = true;
    for (auto next = done_.find(finished_); next != done_.end() && !failure_; next = done_.find(finished_)) {
        const Finish finish = std::move(next->second);
        done_.erase(next);
        lock.unlock();
        std::exception_ptr failure;
        try {
            if (finish) finish();
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        if (failure) fail(failure);
        ++finished_;
        room_there_.notify_all();
    }
    finishing_ = false;
}

void OrderedWorkers::fail(std::exception_ptr failure) {
    failure_ = std::move(failure);
    waiting_.clear();
    room_there_.notify_all();
}

}  // namespace lede
