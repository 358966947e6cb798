/// The version of tj.
package let version = "0.1.0"
