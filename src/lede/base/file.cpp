#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>

namespace lede {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20;

std::string last_error() {
    return std::strerror(errno);
}

/// An open descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }

  private:
    int number_;
};

/// Opens a file for reading and tells its properties. Throws InputError, also for a folder.
int open_for_reading(const std::filesystem::path& path, struct stat& info) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw InputError(path.string(), "cannot be opened: " + last_error());
    if (::fstat(descriptor, &info) != 0 || S_ISDIR(info.st_mode)) {
        ::close(descriptor);
        throw InputError(path.string(), "is a folder, but a file is needed here");
    }
    return descriptor;
}

/// A hidden name in the target's folder that no other process or thread uses.
std::string temporary_name(const std::filesystem::path& target) {
    static std::atomic<unsigned> counter{0};
    const std::string name =
        "." + target.filename().string() + "." + std::to_string(::getpid()) + "." + std::to_string(counter++) + ".tmp";
    return (target.parent_path() / name).string();
}

[[noreturn]] void throw_output_error(const std::string& target) {
    const std::string name = target == "-" ? "standard output" : target;
    const std::string message = name + ": cannot be written: " + last_error();
    if (errno == EPIPE) throw ClosedPipeError(message);
    throw OutputError(message);
}

/// Gives a file without a name this one; false if there is a file of that name. Throws OutputError, which speaks of `target`.
bool link_to(int descriptor, const std::string& name, const std::string& target) {
    const std::string file = "/proc/self/fd/" + std::to_string(descriptor);
    if (::linkat(AT_FDCWD, file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) return true;
    if (errno != EEXIST) throw_output_error(target);
    return false;
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
    struct stat info {};
    const Descriptor file(open_for_reading(path, info));
    std::string bytes;
    std::size_t used = 0;
    bytes.resize(static_cast<std::size_t>(info.st_size) + 1);  // one more, so that the end shows without growing
    while (true) {
        if (used == bytes.size()) bytes.resize(bytes.size() * 2);
        const auto count = ::read(file.get(), bytes.data() + used, bytes.size() - used);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw InputError(path.string(), "cannot be read: " + last_error());
        if (count == 0) break;
        used += static_cast<std::size_t>(count);
    }
    bytes.resize(used);
    return bytes;
}

MappedFile::MappedFile(const std::filesystem::path& path) {
    struct stat info {};
    const Descriptor file(open_for_reading(path, info));
    size_ = static_cast<std::size_t>(info.st_size);
    if (size_ == 0) return;  // mmap refuses an empty range
    void* address = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (address == MAP_FAILED) throw InputError(path.string(), "cannot be mapped into memory: " + last_error());
    data_ = static_cast<const char*>(address);
}

MappedFile::~MappedFile() {
    if (data_) ::munmap(const_cast<char*>(data_), size_);
}

AtomicOutput::AtomicOutput(std::string target, bool overwrite) : target_(std::move(target)), overwrite_(overwrite) {
    if (target_ == "-") {
        descriptor_ = STDOUT_FILENO;
        return;
    }
    struct stat info {};
    const bool exists = ::stat(target_.c_str(), &info) == 0;
    if (exists && S_ISDIR(info.st_mode)) throw OutputError(target_ + ": is a folder, but a file is needed here");
    if (exists && !S_ISREG(info.st_mode)) {  // a device or a pipe: nothing to keep, and it must not be replaced
        descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0) throw_output_error(target_);
        return;
    }
    if (exists && !overwrite) throw OutputError(target_ + ": exists already; pass --overwrite to replace it");
    if (exists) target_ = std::filesystem::canonical(target_).string();  // keep a link, replace what it points to
    open_temporary();
    if (exists) std::ignore = ::fchmod(descriptor_, info.st_mode & 07777);
}

void AtomicOutput::open_temporary() {
    temporary_ = temporary_name(target_);
    const std::string folder = std::filesystem::path(temporary_).parent_path().string();
    descriptor_ = ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) return;
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    named_ = descriptor_ >= 0;
    if (!named_) throw_output_error(target_);
}

AtomicOutput::~AtomicOutput() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
    if (named_) ::unlink(temporary_.c_str());
}

void AtomicOutput::write(std::string_view bytes) {
    buffer_.append(bytes);
    if (buffer_.size() >= buffer_size) flush();
}

void AtomicOutput::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const auto count = ::write(descriptor_, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw_output_error(target_);
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    buffer_.clear();
}

void AtomicOutput::give_name() {
    if (!named_ && !link_to(descriptor_, temporary_, target_)) throw_output_error(target_);
    named_ = true;
}

void AtomicOutput::commit() {
    flush();
    if (target_ == "-") return;
    // Some file systems report a full disk only when a descriptor is closed. A copy of it is, as a file without a name
    // needs the other to get one; what follows then takes two system calls at most, so that a kill finds no time to
    // leave the temporary name behind.
    const int copy = ::dup(descriptor_);
    if (copy < 0 || ::close(copy) != 0) throw_output_error(target_);
    if (temporary_.empty() || (!named_ && link_to(descriptor_, target_, target_))) return;
    if (!overwrite_ && std::filesystem::exists(target_)) {
        throw OutputError(target_ + ": came to exist meanwhile; pass --overwrite to replace it");
    }
    give_name();
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) throw_output_error(target_);
    named_ = false;
}

}  // namespace lede
