Feature: SEGMENT ARRIVES in the other states
  RFC 9293 section 3.10.7.4. From SYN-RECEIVED on a connection knows both sides' numbers. Every segment goes through eight checks, in an
  order: is it in the window, is it a reset, is the security right, is it a SYN, what does it acknowledge, is it urgent, what does it
  say, is it the end. The first check that it fails ends it. Where the RFC leaves a choice, the table says so.

  @RFC9293/3.10.7.4-SEQ
  Rule: First, check sequence number
    Scenario Outline: In <state>, data left of the window is not acceptable
      Given a connection in <state>
      When data arrives left of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, data right of the window is not acceptable
      Given a connection in <state>
      When data arrives right of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, an acknowledgment left of the window is not acceptable
      Given a connection in <state>
      When an acknowledgment arrives left of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, an acknowledgment right of the window is not acceptable
      Given a connection in <state>
      When an acknowledgment arrives right of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, a FIN left of the window is not acceptable
      Given a connection in <state>
      When a FIN arrives left of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, a FIN right of the window is not acceptable
      Given a connection in <state>
      When a FIN arrives right of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, urgent data right of the window is not acceptable
      Given a connection in <state>
      When urgent data arrives right of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, only the new part of data across the left edge counts
      Given a connection in <state>
      When data arrives across the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                            | ack                    | answer                  | after       |
        | ESTABLISHED after an active open | everything sent        | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | everything sent        | an acknowledgment of it | ESTABLISHED |
        | FIN-WAIT-1                       | everything but the FIN | an acknowledgment of it | FIN-WAIT-1  |
        | FIN-WAIT-2                       | everything sent        | an acknowledgment of it | FIN-WAIT-2  |

    Scenario Outline: In <state>, <segment> <place> comes too early
      Given a connection in <state>
      When <segment> arrives <place>, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment           | place                 | ack                    | answer                          | after       |
        | ESTABLISHED after an active open | data              | inside the window     | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after an active open | one octet of data | at the last octet     | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after an active open | data              | across the right edge | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after a passive open | data              | inside the window     | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after a passive open | one octet of data | at the last octet     | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after a passive open | data              | across the right edge | everything sent        | what it expects next or nothing | ESTABLISHED |
        | FIN-WAIT-1                       | data              | inside the window     | everything but the FIN | what it expects next or nothing | FIN-WAIT-1  |
        | FIN-WAIT-1                       | one octet of data | at the last octet     | everything but the FIN | what it expects next or nothing | FIN-WAIT-1  |
        | FIN-WAIT-1                       | data              | across the right edge | everything but the FIN | what it expects next or nothing | FIN-WAIT-1  |
        | FIN-WAIT-2                       | data              | inside the window     | everything sent        | what it expects next or nothing | FIN-WAIT-2  |
        | FIN-WAIT-2                       | one octet of data | at the last octet     | everything sent        | what it expects next or nothing | FIN-WAIT-2  |
        | FIN-WAIT-2                       | data              | across the right edge | everything sent        | what it expects next or nothing | FIN-WAIT-2  |

    Scenario Outline: In <state>, nothing fits into a closed window
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing

      Examples:
        | state                            | ack             | answer               |
        | ESTABLISHED after an active open | everything sent | what it expects next |
        | ESTABLISHED after a passive open | everything sent | what it expects next |

  @RFC9293/3.10.7.4-RST
  Rule: Second, check the RST bit
    Scenario Outline: In <state>, a reset at the left edge ends the connection
      Given a connection in <state>
      When a reset arrives at the left edge
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer  | after  |
        | SYN-RECEIVED after a passive open      | nothing | LISTEN |
        | SYN-RECEIVED after a simultaneous open | nothing | CLOSED |
        | ESTABLISHED after an active open       | nothing | CLOSED |
        | ESTABLISHED after a passive open       | nothing | CLOSED |
        | FIN-WAIT-1                             | nothing | CLOSED |
        | FIN-WAIT-2                             | nothing | CLOSED |
        | CLOSE-WAIT                             | nothing | CLOSED |
        | CLOSING                                | nothing | CLOSED |
        | LAST-ACK                               | nothing | CLOSED |
        | TIME-WAIT                              | nothing | CLOSED |

    Scenario Outline: In <state>, a reset with ACK at the left edge ends the connection
      Given a connection in <state>
      When a reset with ACK arrives at the left edge
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer  | after  |
        | SYN-RECEIVED after a passive open      | nothing | LISTEN |
        | SYN-RECEIVED after a simultaneous open | nothing | CLOSED |
        | ESTABLISHED after an active open       | nothing | CLOSED |
        | ESTABLISHED after a passive open       | nothing | CLOSED |
        | FIN-WAIT-1                             | nothing | CLOSED |
        | FIN-WAIT-2                             | nothing | CLOSED |
        | CLOSE-WAIT                             | nothing | CLOSED |
        | CLOSING                                | nothing | CLOSED |
        | LAST-ACK                               | nothing | CLOSED |
        | TIME-WAIT                              | nothing | CLOSED |

    Scenario Outline: In <state>, the application learns of the reset
      Given a connection in <state>
      When a reset arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told <told>

      Examples:
        | state                                  | answer  | told                                     |
        | SYN-RECEIVED after a simultaneous open | nothing | that the connection was refused or reset |
        | ESTABLISHED after an active open       | nothing | that the connection was reset            |
        | ESTABLISHED after a passive open       | nothing | that the connection was reset            |
        | FIN-WAIT-1                             | nothing | that the connection was reset            |
        | FIN-WAIT-2                             | nothing | that the connection was reset            |
        | CLOSE-WAIT                             | nothing | that the connection was reset            |

    Scenario Outline: In <state>, a reset inside the window is challenged or believed
      Given a connection in <state>
      When a reset arrives inside the window
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer                          | after        |
        | SYN-RECEIVED after a passive open      | what it expects next or its end | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next or its end | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next or its end | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next or its end | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next or its end | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next or its end | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next or its end | CLOSE-WAIT   |
        | CLOSING                                | what it expects next or its end | CLOSING      |
        | LAST-ACK                               | what it expects next or its end | LAST-ACK     |
        | TIME-WAIT                              | what it expects next or its end | TIME-WAIT    |

    Scenario Outline: In <state>, a reset left of the window is dropped in silence
      Given a connection in <state>
      When a reset arrives left of the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer  | after        |
        | SYN-RECEIVED after a passive open      | nothing | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing | SYN-RECEIVED |
        | ESTABLISHED after an active open       | nothing | ESTABLISHED  |
        | ESTABLISHED after a passive open       | nothing | ESTABLISHED  |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1   |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2   |
        | CLOSE-WAIT                             | nothing | CLOSE-WAIT   |
        | CLOSING                                | nothing | CLOSING      |
        | LAST-ACK                               | nothing | LAST-ACK     |
        | TIME-WAIT                              | nothing | TIME-WAIT    |

    Scenario Outline: In <state>, a reset right of the window is dropped in silence
      Given a connection in <state>
      When a reset arrives right of the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer  | after        |
        | SYN-RECEIVED after a passive open      | nothing | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing | SYN-RECEIVED |
        | ESTABLISHED after an active open       | nothing | ESTABLISHED  |
        | ESTABLISHED after a passive open       | nothing | ESTABLISHED  |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1   |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2   |
        | CLOSE-WAIT                             | nothing | CLOSE-WAIT   |
        | CLOSING                                | nothing | CLOSING      |
        | LAST-ACK                               | nothing | LAST-ACK     |
        | TIME-WAIT                              | nothing | TIME-WAIT    |

    @RFC9293/SHLD-2
    Scenario Outline: In <state>, a reset may say why
      Given a connection in <state>
      When a reset with data arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told that the connection was reset
      And the connection is <after>

      Examples:
        | state                            | answer  | after  |
        | ESTABLISHED after an active open | nothing | CLOSED |
        | ESTABLISHED after a passive open | nothing | CLOSED |

    @RFC9293/MUST-66
    Scenario Outline: In <state>, a reset counts although the window is closed
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When a reset arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told that the connection was reset
      And the connection is <after>

      Examples:
        | state                            | answer  | after  |
        | ESTABLISHED after an active open | nothing | CLOSED |
        | ESTABLISHED after a passive open | nothing | CLOSED |

  @RFC9293/3.10.7.4-SYN
  Rule: Fourth, check the SYN bit
    Scenario Outline: In <state>, a SYN at the left edge is challenged, or an error
      Given a connection in <state>
      When a SYN arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer                                              | after        |
        | SYN-RECEIVED after a simultaneous open | what it expects next or a reset                     | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next or a reset                     | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next or a reset                     | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next or a reset                     | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next or a reset                     | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next or a reset                     | CLOSE-WAIT   |
        | CLOSING                                | what it expects next or a reset                     | CLOSING      |
        | LAST-ACK                               | what it expects next or a reset                     | LAST-ACK     |
        | TIME-WAIT                              | what it expects next or a reset or a new connection | TIME-WAIT    |

    Scenario Outline: In <state>, a SYN inside the window is challenged, or an error
      Given a connection in <state>
      When a SYN arrives inside the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer                                              | after        |
        | SYN-RECEIVED after a simultaneous open | what it expects next or a reset                     | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next or a reset                     | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next or a reset                     | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next or a reset                     | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next or a reset                     | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next or a reset                     | CLOSE-WAIT   |
        | CLOSING                                | what it expects next or a reset                     | CLOSING      |
        | LAST-ACK                               | what it expects next or a reset                     | LAST-ACK     |
        | TIME-WAIT                              | what it expects next or a reset or a new connection | TIME-WAIT    |

    Scenario Outline: In <state>, a SYN left of the window is not acceptable
      Given a connection in <state>
      When a SYN arrives left of the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer                                        | after        |
        | SYN-RECEIVED after a passive open      | what it expects next or its SYN and ACK again | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next or its SYN and ACK again | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next                          | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next                          | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next                          | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next                          | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next                          | CLOSE-WAIT   |
        | CLOSING                                | what it expects next                          | CLOSING      |
        | LAST-ACK                               | what it expects next                          | LAST-ACK     |
        | TIME-WAIT                              | what it expects next                          | TIME-WAIT    |

    Scenario Outline: In <state>, a SYN right of the window is not acceptable
      Given a connection in <state>
      When a SYN arrives right of the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer                                   | after        |
        | SYN-RECEIVED after a passive open      | what it expects next                     | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next                     | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next                     | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next                     | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next                     | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next                     | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next                     | CLOSE-WAIT   |
        | CLOSING                                | what it expects next                     | CLOSING      |
        | LAST-ACK                               | what it expects next                     | LAST-ACK     |
        | TIME-WAIT                              | what it expects next or a new connection | TIME-WAIT    |

    Scenario Outline: In <state>, a SYN and ACK at the left edge is challenged, or an error
      Given a connection in <state>
      When a SYN and ACK arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer                          | after        |
        | SYN-RECEIVED after a simultaneous open | what it expects next or a reset | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next or a reset | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next or a reset | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next or a reset | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next or a reset | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next or a reset | CLOSE-WAIT   |
        | CLOSING                                | what it expects next or a reset | CLOSING      |
        | LAST-ACK                               | what it expects next or a reset | LAST-ACK     |
        | TIME-WAIT                              | what it expects next or a reset | TIME-WAIT    |

    Scenario Outline: In <state>, a SYN and ACK inside the window is challenged, or an error
      Given a connection in <state>
      When a SYN and ACK arrives inside the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer                          | after        |
        | SYN-RECEIVED after a simultaneous open | what it expects next or a reset | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next or a reset | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next or a reset | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next or a reset | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next or a reset | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next or a reset | CLOSE-WAIT   |
        | CLOSING                                | what it expects next or a reset | CLOSING      |
        | LAST-ACK                               | what it expects next or a reset | LAST-ACK     |
        | TIME-WAIT                              | what it expects next or a reset | TIME-WAIT    |

    Scenario Outline: In <state>, a SYN and ACK left of the window is not acceptable
      Given a connection in <state>
      When a SYN and ACK arrives left of the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                             | answer               | after        |
        | SYN-RECEIVED after a passive open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open  | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open  | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                        | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                        | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                        | what it expects next | CLOSE-WAIT   |
        | CLOSING                           | what it expects next | CLOSING      |
        | LAST-ACK                          | what it expects next | LAST-ACK     |
        | TIME-WAIT                         | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, a SYN and ACK right of the window is not acceptable
      Given a connection in <state>
      When a SYN and ACK arrives right of the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    @RFC9293/MUST-11
    Scenario Outline: In <state>, <segment> <place> takes the server back to LISTEN
      Given a connection in <state>
      When <segment> arrives <place>
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                             | segment       | place             | answer  | after  |
        | SYN-RECEIVED after a passive open | a SYN         | at the left edge  | nothing | LISTEN |
        | SYN-RECEIVED after a passive open | a SYN         | inside the window | nothing | LISTEN |
        | SYN-RECEIVED after a passive open | a SYN and ACK | at the left edge  | nothing | LISTEN |
        | SYN-RECEIVED after a passive open | a SYN and ACK | inside the window | nothing | LISTEN |

    Scenario Outline: In <state>, the same SYN again changes nothing
      Given a connection in <state>
      When a SYN arrives where the SYN was
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer                                        | after        |
        | SYN-RECEIVED after a passive open      | what it expects next or its SYN and ACK again | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next or its SYN and ACK again | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next                          | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next                          | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next                          | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next                          | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next                          | CLOSE-WAIT   |
        | CLOSING                                | what it expects next                          | CLOSING      |
        | LAST-ACK                               | what it expects next                          | LAST-ACK     |
        | TIME-WAIT                              | what it expects next                          | TIME-WAIT    |

    @RFC9293/MUST-10
    Scenario Outline: In <state>, the peer's SYN comes again with the ACK of the endpoint's
      Given a connection in <state>
      When a SYN and ACK arrives where the SYN was, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer                          | after        |
        | SYN-RECEIVED after a simultaneous open | nothing or what it expects next | SYN-RECEIVED |

  @RFC9293/3.10.7.4-ACK
  Rule: Fifth, check the ACK field
    Scenario Outline: In <state>, data without ACK is dropped
      Given a connection in <state>
      When data without ACK arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer  | after        |
        | SYN-RECEIVED after a passive open      | nothing | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing | SYN-RECEIVED |
        | ESTABLISHED after an active open       | nothing | ESTABLISHED  |
        | ESTABLISHED after a passive open       | nothing | ESTABLISHED  |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1   |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2   |
        | CLOSE-WAIT                             | nothing | CLOSE-WAIT   |
        | CLOSING                                | nothing | CLOSING      |
        | LAST-ACK                               | nothing | LAST-ACK     |
        | TIME-WAIT                              | nothing | TIME-WAIT    |

    Scenario Outline: In <state>, a FIN without ACK is dropped
      Given a connection in <state>
      When a FIN without ACK arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer  | after        |
        | SYN-RECEIVED after a passive open      | nothing | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing | SYN-RECEIVED |
        | ESTABLISHED after an active open       | nothing | ESTABLISHED  |
        | ESTABLISHED after a passive open       | nothing | ESTABLISHED  |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1   |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2   |
        | CLOSE-WAIT                             | nothing | CLOSE-WAIT   |
        | CLOSING                                | nothing | CLOSING      |
        | LAST-ACK                               | nothing | LAST-ACK     |
        | TIME-WAIT                              | nothing | TIME-WAIT    |

    Scenario Outline: In <state>, an acknowledgment of <ack> does not fit the SYN
      Given a connection in <state>
      When an acknowledgment arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | ack                 | answer                                    | after        |
        | SYN-RECEIVED after a passive open      | nothing new         | a reset that fits                         | SYN-RECEIVED |
        | SYN-RECEIVED after a passive open      | what was never sent | a reset that fits or what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing new         | a reset that fits                         | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what was never sent | a reset that fits or what it expects next | SYN-RECEIVED |

    Scenario Outline: In <state>, the acknowledgment of the SYN completes the handshake
      Given a connection in <state>
      When an acknowledgment arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told that it is connected
      And the connection is <after>

      Examples:
        | state                                  | answer  | after       |
        | SYN-RECEIVED after a passive open      | nothing | ESTABLISHED |
        | SYN-RECEIVED after a simultaneous open | nothing | ESTABLISHED |

    Scenario Outline: In <state>, <segment> acknowledging what was never sent is answered and dropped
      Given a connection in <state>
      When <segment> arrives at the left edge, acknowledging what was never sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment           | answer               | after       |
        | ESTABLISHED after an active open | an acknowledgment | what it expects next | ESTABLISHED |
        | ESTABLISHED after an active open | data              | what it expects next | ESTABLISHED |
        | ESTABLISHED after an active open | a FIN             | what it expects next | ESTABLISHED |
        | ESTABLISHED after a passive open | an acknowledgment | what it expects next | ESTABLISHED |
        | ESTABLISHED after a passive open | data              | what it expects next | ESTABLISHED |
        | ESTABLISHED after a passive open | a FIN             | what it expects next | ESTABLISHED |
        | FIN-WAIT-1                       | an acknowledgment | what it expects next | FIN-WAIT-1  |
        | FIN-WAIT-1                       | data              | what it expects next | FIN-WAIT-1  |
        | FIN-WAIT-1                       | a FIN             | what it expects next | FIN-WAIT-1  |
        | FIN-WAIT-2                       | an acknowledgment | what it expects next | FIN-WAIT-2  |
        | FIN-WAIT-2                       | data              | what it expects next | FIN-WAIT-2  |
        | FIN-WAIT-2                       | a FIN             | what it expects next | FIN-WAIT-2  |

    Scenario Outline: In <state>, where the peer has closed, what was never sent is acknowledged in vain
      Given a connection in <state>
      When an acknowledgment arrives at the left edge, acknowledging what was never sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state      | answer                          | after      |
        | CLOSE-WAIT | what it expects next            | CLOSE-WAIT |
        | CLOSING    | what it expects next            | CLOSING    |
        | LAST-ACK   | what it expects next or nothing | LAST-ACK   |
        | TIME-WAIT  | what it expects next or nothing | TIME-WAIT  |

    Scenario Outline: In <state>, an acknowledgment of <ack> leads to <after>
      Given a connection in <state>
      When an acknowledgment arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                            | ack                    | answer                          | after       |
        | ESTABLISHED after an active open | everything sent        | nothing                         | ESTABLISHED |
        | ESTABLISHED after a passive open | everything sent        | nothing                         | ESTABLISHED |
        | FIN-WAIT-1                       | everything sent        | nothing                         | FIN-WAIT-2  |
        | FIN-WAIT-1                       | everything but the FIN | nothing                         | FIN-WAIT-1  |
        | FIN-WAIT-2                       | everything sent        | nothing                         | FIN-WAIT-2  |
        | CLOSE-WAIT                       | everything sent        | nothing                         | CLOSE-WAIT  |
        | CLOSING                          | everything sent        | nothing                         | TIME-WAIT   |
        | CLOSING                          | everything but the FIN | nothing                         | CLOSING     |
        | LAST-ACK                         | everything sent        | nothing                         | CLOSED      |
        | LAST-ACK                         | everything but the FIN | nothing                         | LAST-ACK    |
        | TIME-WAIT                        | everything sent        | nothing or what it expects next | TIME-WAIT   |

    Scenario Outline: In <state>, data counts although it acknowledges <ack>
      Given a connection in <state>
      And the endpoint's application has sent data, which the peer has acknowledged
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                            | ack                          | answer                  | after       |
        | ESTABLISHED after an active open | everything sent              | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after an active open | what was acknowledged before | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | everything sent              | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | what was acknowledged before | an acknowledgment of it | ESTABLISHED |

    @RFC9293/3.10.7.4-WINDOW
    Scenario Outline: In <state>, no old segment changes the send window
      Given a connection in <state>
      And the peer has sent data that the endpoint has acknowledged
      When data arrives across the left edge, closing the peer's window
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                            | answer                  | after       |
        | ESTABLISHED after an active open | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | an acknowledgment of it | ESTABLISHED |

  @RFC9293/3.10.7.4-URG
  Rule: Sixth, check the URG bit
    Scenario Outline: In <state>, urgent data is data
      Given a connection in <state>
      When urgent data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                                  | ack                    | answer                  | after       |
        | SYN-RECEIVED after a passive open      | everything sent        | an acknowledgment of it | ESTABLISHED |
        | SYN-RECEIVED after a simultaneous open | everything sent        | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after an active open       | everything sent        | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open       | everything sent        | an acknowledgment of it | ESTABLISHED |
        | FIN-WAIT-1                             | everything but the FIN | an acknowledgment of it | FIN-WAIT-1  |
        | FIN-WAIT-2                             | everything sent        | an acknowledgment of it | FIN-WAIT-2  |

    Scenario Outline: In <state>, after the end nothing is urgent
      Given a connection in <state>
      When urgent data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state      | ack                    | answer                          | after      |
        | CLOSE-WAIT | everything sent        | nothing or what it expects next | CLOSE-WAIT |
        | CLOSING    | everything but the FIN | nothing or what it expects next | CLOSING    |
        | LAST-ACK   | everything but the FIN | nothing or what it expects next | LAST-ACK   |
        | TIME-WAIT  | everything sent        | nothing or what it expects next | TIME-WAIT  |

  @RFC9293/3.10.7.4-TEXT
  Rule: Seventh, process the segment text
    Scenario Outline: In <state>, data is acknowledged and delivered, acknowledging <ack>
      Given a connection in <state>
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                                  | ack                    | answer                  | after       |
        | SYN-RECEIVED after a passive open      | everything sent        | an acknowledgment of it | ESTABLISHED |
        | SYN-RECEIVED after a simultaneous open | everything sent        | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after an active open       | everything sent        | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open       | everything sent        | an acknowledgment of it | ESTABLISHED |
        | FIN-WAIT-1                             | everything but the FIN | an acknowledgment of it | FIN-WAIT-1  |
        | FIN-WAIT-1                             | everything sent        | an acknowledgment of it | FIN-WAIT-2  |
        | FIN-WAIT-2                             | everything sent        | an acknowledgment of it | FIN-WAIT-2  |

    Scenario Outline: In <state>, text after the end is ignored, but not that it acknowledges <ack>
      Given a connection in <state>
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state      | ack                    | answer                          | after      |
        | CLOSE-WAIT | everything sent        | nothing or what it expects next | CLOSE-WAIT |
        | CLOSING    | everything but the FIN | nothing or what it expects next | CLOSING    |
        | CLOSING    | everything sent        | nothing or what it expects next | TIME-WAIT  |
        | LAST-ACK   | everything but the FIN | nothing or what it expects next | LAST-ACK   |
        | LAST-ACK   | everything sent        | nothing                         | CLOSED     |
        | TIME-WAIT  | everything sent        | nothing or what it expects next | TIME-WAIT  |

  @RFC9293/3.10.7.4-FIN
  Rule: Eighth, check the FIN bit
    Scenario Outline: In <state>, a FIN that acknowledges <ack> leads to <after>
      Given a connection in <state>
      When a FIN arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told that the peer has closed
      And the connection is <after>

      Examples:
        | state                                  | ack                    | answer                  | after      |
        | SYN-RECEIVED after a passive open      | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | SYN-RECEIVED after a simultaneous open | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after an active open       | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after a passive open       | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | FIN-WAIT-1                             | everything but the FIN | an acknowledgment of it | CLOSING    |
        | FIN-WAIT-1                             | everything sent        | an acknowledgment of it | TIME-WAIT  |
        | FIN-WAIT-2                             | everything sent        | an acknowledgment of it | TIME-WAIT  |

    Scenario Outline: In <state>, a FIN behind data <place> is the end of the stream
      Given a connection in <state>
      When data and a FIN arrives <place>, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told that the peer has closed
      And the connection is <after>

      Examples:
        | state                            | place                | ack                    | answer                  | after      |
        | ESTABLISHED after an active open | at the left edge     | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after an active open | across the left edge | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after a passive open | at the left edge     | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after a passive open | across the left edge | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | FIN-WAIT-1                       | at the left edge     | everything but the FIN | an acknowledgment of it | CLOSING    |
        | FIN-WAIT-1                       | across the left edge | everything but the FIN | an acknowledgment of it | CLOSING    |
        | FIN-WAIT-2                       | at the left edge     | everything sent        | an acknowledgment of it | TIME-WAIT  |
        | FIN-WAIT-2                       | across the left edge | everything sent        | an acknowledgment of it | TIME-WAIT  |

    Scenario Outline: In <state>, a FIN that comes too early is no end yet
      Given a connection in <state>
      When a FIN arrives inside the window, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing

      Examples:
        | state                            | ack                    | answer                          |
        | ESTABLISHED after an active open | everything sent        | what it expects next or nothing |
        | ESTABLISHED after a passive open | everything sent        | what it expects next or nothing |
        | FIN-WAIT-1                       | everything but the FIN | what it expects next or nothing |
        | FIN-WAIT-2                       | everything sent        | what it expects next or nothing |

    Scenario Outline: In <state>, the same FIN again is acknowledged again
      Given a connection in <state>
      When a FIN arrives where the FIN was, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state      | ack                    | answer               | after      |
        | CLOSE-WAIT | everything sent        | what it expects next | CLOSE-WAIT |
        | CLOSING    | everything but the FIN | what it expects next | CLOSING    |
        | LAST-ACK   | everything but the FIN | what it expects next | LAST-ACK   |
        | TIME-WAIT  | everything sent        | what it expects next | TIME-WAIT  |
