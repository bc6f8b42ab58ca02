#ifdef LEDE_X86_KERNELS
#define LEDE_KERNELS avx2_kernels
#define LEDE_KERNELS_NAME "avx2"
#define Eigen Eigen_avx2
#include <lede/neural/kernel_code.hpp>
#endif
