#define LEDE_KERNELS plain_kernels
#define LEDE_KERNELS_NAME "plain"
#define Eigen Eigen_plain
#include <lede/neural/kernel_code.hpp>
