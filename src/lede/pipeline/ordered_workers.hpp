#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace lede {

/// Does work on several threads, and what follows from it in the order in which the work was handed in, one at a time:
/// so the number of threads changes nothing that can be seen. The number of tasks under way is bounded.
class OrderedWorkers {
  public:
    /// What is done in order, with the task's result.
    using Finish = std::function<void()>;
    /// What is done on any thread; gives what is to be done in order.
    using Task = std::function<Finish()>;

    /// At least one thread.
    explicit OrderedWorkers(unsigned threads);
    /// Gives up what has not begun.
    ~OrderedWorkers();
    OrderedWorkers(const OrderedWorkers&) = delete;
    OrderedWorkers& operator=(const OrderedWorkers&) = delete;

    /// Hands in a task; waits while too many are under way. Throws the first exception that a task or a Finish threw.
    void submit(Task task);
    /// Waits until all is done. Throws as submit does.
    void finish();

  private:
    std::mutex mutex_;
    std::condition_variable work_there_;
    std::condition_variable room_there_;
    std::deque<std::pair<std::size_t, Task>> waiting_;
    std::map<std::size_t, Finish> done_;
    std::size_t most_under_way_;
    std::size_t submitted_ = 0;
    std::size_t finished_ = 0;
    bool finishing_ = false;  // a thread is busy with what is done in order
    bool closed_ = false;
    std::exception_ptr failure_;
    std::vector<std::jthread> threads_;  // last, so that they end before what they use

    void work();
    void finish_in_order(std::unique_lock<std::mutex>& lock);
    void fail(std::exception_ptr failure);
};

}  // namespace lede
