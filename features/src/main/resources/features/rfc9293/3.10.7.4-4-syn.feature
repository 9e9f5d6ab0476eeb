Feature: SEGMENT ARRIVES in the other states, fourth: the SYN
  RFC 9293 section 3.10.7.4. A connection has its SYN behind it. Another one is old, or a lie, or comes from a peer that has
  forgotten everything, and the acknowledgment that it is answered with tells which.

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

    Scenario Outline: In <state>, the same SYN again, now with data, changes nothing
      Given a connection in <state>
      When a SYN with data arrives where the SYN was
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer                                                   | after        |
        | SYN-RECEIVED after a passive open      | nothing or what it expects next or its SYN and ACK again | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing or what it expects next or its SYN and ACK again | SYN-RECEIVED |

    @RFC9293/MUST-10
    Scenario Outline: In <state>, the peer's SYN comes again with the ACK of the endpoint's
      Given a connection in <state>
      When a SYN and ACK arrives where the SYN was, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer                          | after        |
        | SYN-RECEIVED after a simultaneous open | nothing or what it expects next | SYN-RECEIVED |
