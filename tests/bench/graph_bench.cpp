// Measures the knowledge graph on N-Triples, as tests/bench/make_graph.cpp makes them: loading, walking, ranking, and
// how fast Turtle is written beside serdi. Usage: lede_graph_bench GRAPH.nt LEDE     (LEDE is the program; a scratch
// folder of the graph's size is needed in TMPDIR) Each part runs in a process of its own, so that its peak memory is
// its own. On a busy machine the processor's time tells more than the clock's: both are given.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <lede/base/file.hpp>
#include <lede/graph/graph_file.hpp>
#include <lede/graph/rank.hpp>
#include <lede/graph/traversal.hpp>
#include <lede/rdf/graph_reader.hpp>
#include <lede/rdf/rdf_writer.hpp>

namespace fs = std::filesystem;

namespace {

struct Time {
    double clock = 0;
    double processor = 0;
};

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Time now() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto clock = std::chrono::steady_clock::now().time_since_epoch();
    return {std::chrono::duration<double>(clock).count(), seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime)};
}

Time since(Time start) {
    const Time end = now();
    return {end.clock - start.clock, end.processor - start.processor};
}

Time timed(const std::function<void()>& work) {
    const Time start = now();
    work();
    return since(start);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

Time median_of(const std::vector<Time>& times) {
    std::vector<double> clock;
    std::vector<double> processor;
    for (const Time& time : times) {
        clock.push_back(time.clock);
        processor.push_back(time.processor);
    }
    return {median(clock), median(processor)};
}

/// A folder that goes at the end.
struct Scratch {
    std::string path = (fs::temp_directory_path() / ("lede_graph_bench." + std::to_string(::getpid()))).string();

    Scratch() { fs::create_directories(path); }
    ~Scratch() { fs::remove_all(path); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

/// Runs the work in a process of its own and tells its time and peak memory in MB.
Time in_process(const std::function<void()>& work, double* peak = nullptr) {
    std::fflush(stdout);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        int code = 0;
        try {
            work();
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
            code = 1;
        }
        std::fflush(stdout);
        ::_exit(code);
    }
    int status = 1;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw std::runtime_error("a part of the benchmark failed");
    }
    if (peak) *peak = static_cast<double>(usage.ru_maxrss) / 1024;
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime)};
}

/// Runs a command with its standard output in a file.
void run_command(const std::vector<std::string>& words, const std::string& output) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const int file = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || ::dup2(file, 1) < 0) ::_exit(1);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

std::size_t count_lines(const std::string& path) {
    const lede::MappedFile file(path);
    const std::string_view bytes = file.bytes();
    return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

void print_times(const char* what, const std::vector<Time>& times, double unit, const char* name) {
    const Time middle = median_of(times);
    std::printf("%-42s %8.2f %s  (processor %.2f; median of %zu)\n", what, middle.clock * unit, name,
                middle.processor * unit, times.size());
}

/// Loads in a process of its own, and keeps the graph in the file.
void measure_loading(const std::string& path, std::size_t triples, const std::string& kept) {
    double peak = 0;
    in_process(
        [&] {
            lede::KnowledgeGraph graph;
            const Time time = timed([&] { graph = lede::read_graph({path}); });
            std::printf("%u nodes, %u relations, %zu triples\n", graph.node_count(), graph.edge_count(), triples);
            std::printf("%-42s %8.2f s   (processor %.2f): %.2f million triples a second (processor %.2f)\n",
                        "load from N-Triples", time.clock, time.processor,
                        static_cast<double>(triples) / time.clock / 1e6,
                        static_cast<double>(triples) / time.processor / 1e6);
        },
        &peak);
    std::printf("%-42s %8.0f MB\n", "  peak memory", peak);
    in_process(
        [&] {
            const lede::KnowledgeGraph graph = lede::read_graph({path});
            lede::AtomicOutput output(kept, true);
            const Time time = timed([&] {
                lede::write_graph_file(graph, [&](std::string_view bytes) { output.write(bytes); });
                output.commit();
            });
            std::printf("%-42s %8.2f s   (processor %.2f), %.0f MB\n", "write the saved form", time.clock,
                        time.processor, static_cast<double>(fs::file_size(kept)) / 1e6);
        },
        &peak);
    std::printf("%-42s %8.0f MB\n", "  peak memory, loading included", peak);
}

/// Nodes as a user asks for them: each relation's end is as likely, so that well-known ones come often; half are taken
/// from all nodes alike.
std::vector<lede::NodeId> draw_nodes(const lede::KnowledgeGraph& graph, std::size_t count) {
    std::mt19937_64 random(7);
    std::vector<lede::NodeId> nodes;
    for (std::size_t at = 0; at < count; ++at) {
        nodes.push_back(at % 2 == 0 ? static_cast<lede::NodeId>(random() % graph.node_count())
                                    : graph.edge(static_cast<lede::EdgeId>(random() % graph.edge_count())).to);
    }
    return nodes;
}

void measure_walks(const lede::KnowledgeGraph& graph) {
    const std::vector<lede::NodeId> nodes = draw_nodes(graph, 202);
    std::vector<Time> times;
    std::size_t found = 0;
    for (const lede::NodeId node : nodes)
        times.push_back(timed([&] { found += lede::find_neighbours(graph, node, 1, {}).size(); }));
    print_times("neighbours", times, 1000, "ms");
    const auto slowest = std::max_element(times.begin(), times.end(),
                                          [](const Time& a, const Time& b) { return a.processor < b.processor; });
    std::printf("%-42s %8.2f ms  (processor %.2f; %zu neighbours of all)\n", "  the slowest", slowest->clock * 1000,
                slowest->processor * 1000, found);
    lede::NodeId hub = 0;
    for (lede::NodeId node = 0; node < graph.node_count(); ++node)
        if (graph.in_edges(node).size() > graph.in_edges(hub).size()) hub = node;
    found = 0;
    times.assign(1, timed([&] { found = lede::find_neighbours(graph, hub, 1, {}).size(); }));
    std::printf("%-42s %8.2f ms  (processor %.2f; %zu neighbours)\n", "  of the best-linked node",
                times[0].clock * 1000, times[0].processor * 1000, found);
    times.clear();
    std::size_t steps = 0;
    std::size_t none = 0;
    for (std::size_t at = 0; at + 1 < nodes.size(); at += 2) {
        times.push_back(timed([&] {
            const auto paths = lede::find_paths(graph, nodes[at], nodes[at + 1], 1, {});
            none += paths.empty();
            steps += paths.empty() ? 0 : paths[0].steps.size();
        }));
    }
    print_times("shortest path", times, 1000, "ms");
    std::printf("%-42s %8.2f on average, %zu without a path\n", "  steps",
                static_cast<double>(steps) / static_cast<double>(std::max<std::size_t>(1, times.size() - none)), none);
}

void measure_saved(const std::string& kept) {
    double peak = 0;
    in_process(
        [&] {
            std::vector<Time> times;
            for (int i = 0; i < 5; ++i) times.push_back(timed([&] { lede::open_graph_file(kept); }));
            print_times("load the saved form", times, 1, "s");
            const lede::KnowledgeGraph graph = lede::open_graph_file(kept);
            measure_walks(graph);
            times.clear();
            for (int i = 0; i < 3; ++i)
                times.push_back(timed([&] { lede::rank_nodes(graph, lede::Measure::pagerank, {}, 10); }));
            print_times("PageRank, ten steps", times, 1, "s");
        },
        &peak);
    std::printf("%-42s %8.0f MB\n", "  peak memory", peak);
}

/// Whole commands, as a user waits for them.
void measure_commands(const std::string& kept, const std::string& lede_program, const std::string& scratch) {
    std::vector<std::string> names;
    {
        const lede::KnowledgeGraph graph = lede::open_graph_file(kept);
        for (const lede::NodeId node : draw_nodes(graph, 10)) names.push_back(graph.name_of(node));
    }
    std::vector<Time> times;
    for (std::size_t at = 0; at + 1 < names.size(); ++at) {
        times.push_back(in_process([&] {
            run_command({lede_program, "path", names[at], names[at + 1], kept}, scratch + "/path.txt");
        }));
    }
    print_times("the command lede path, by names", times, 1, "s");
}

/// The statements' lines to Turtle by the library's writer alone: they are sorted already.
void write_turtle(const std::string& path, const std::string& target) {
    const lede::MappedFile file(path);
    std::string_view rest = file.bytes();
    lede::AtomicOutput output(target, true);
    lede::RdfWriter writer({lede::Syntax::turtle, "", {}}, [&](std::string_view text) { output.write(text); });
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        writer.write(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    writer.finish();
    output.commit();
}

void measure_turtle(const std::string& path, std::size_t triples, const std::string& lede_program,
                    const std::string& scratch) {
    const std::string target = scratch + "/out.ttl";
    struct Way {
        const char* name;
        std::function<void()> run;
        std::vector<Time> times;
    };
    std::vector<Way> ways{{"N-Triples to Turtle, serdi",
                           [&] {
                               run_command({"serdi", "-i", "ntriples", "-o", "turtle", path}, target);
                           },
                           {}},
                          {"  the library's writer, of sorted lines", [&] { write_turtle(path, target); }, {}},
                          {"  lede merge, with its sorting",
                           [&] {
                               run_command({lede_program, "merge", path, "--to", "turtle"}, target);
                           },
                           {}}};
    for (int round = 0; round < 3; ++round)  // in turns, so that all have the machine as it is
        for (Way& way : ways) way.times.push_back(in_process(way.run));
    for (const Way& way : ways) {
        const Time time = median_of(way.times);
        const Time serdi = median_of(ways.front().times);
        std::printf(
            "%-42s %8.2f s   (processor %.2f; median of 3): %.2f million triples a second; speed of serdi times "
            "%.2f (processor %.2f)\n",
            way.name, time.clock, time.processor, static_cast<double>(triples) / time.processor / 1e6,
            serdi.clock / time.clock, serdi.processor / time.processor);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::fprintf(stderr, "usage: lede_graph_bench GRAPH.nt LEDE\n");
        return 2;
    }
    const std::string path = fs::absolute(arguments[1]).string();
    const std::string lede_program = fs::absolute(arguments[2]).string();
    const Scratch scratch;
    try {
        const std::string kept = scratch.path + "/kept.graph";
        const std::size_t triples = count_lines(path);
        measure_loading(path, triples, kept);
        measure_saved(kept);
        measure_commands(kept, lede_program, scratch.path);
        measure_turtle(path, triples, lede_program, scratch.path);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
