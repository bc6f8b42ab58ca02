#ifdef LEDE_X86_KERNELS
#include <cpuid.h>
#endif

#include <lede/neural/kernels.hpp>

namespace lede {

namespace {

#ifdef LEDE_X86_KERNELS
/// Whether 16-bit floats are known to the processor, which not every compiler's __builtin_cpu_supports can be asked.
bool knows_halves() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_F16C) != 0;
}
#endif

const Kernels& best_kernels() {
#ifdef LEDE_X86_KERNELS
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw"))
        return avx512_kernels;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && knows_halves())
        return avx2_kernels;
#endif
    return plain_kernels;
}

}  // namespace

const Kernels& kernels() {
    static const Kernels& best = best_kernels();
    return best;
}

}  // namespace lede
